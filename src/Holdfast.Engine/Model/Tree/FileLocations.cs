using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Model.Tree;

/// <summary>From a part of a file's text to a place that can be shown.</summary>
/// <param name="path">The file.</param>
/// <param name="text">Its text.</param>
internal sealed class FileLocations(string path, SourceText text)
{
    public Location At(TextSpan span) => Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
}
