using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>One thing that a parser of YAML came across.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is in the text.</param>
/// <param name="Value">A scalar's text, or the anchor that an alias names.</param>
/// <param name="Tag">The tag, such as <c>tag:yaml.org,2002:str</c>; empty where there is none.</param>
/// <param name="Anchor">The anchor that is set; empty where there is none.</param>
/// <param name="IsPlain">Whether it is a scalar without quotes, whose type its text decides.</param>
/// <param name="IsFlow">Whether it is a collection in <c>{}</c> or <c>[]</c>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YamlEvent(
    YamlEventKind Kind,
    TextSpan Span,
    string Value = "",
    string Tag = "",
    string Anchor = "",
    bool IsPlain = false,
    bool IsFlow = false);
