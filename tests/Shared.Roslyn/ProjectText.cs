using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tests.Shared;

/// <summary>A file of the project, as the package's targets hand it over.</summary>
/// <param name="relativePath">Its path in the project's folder.</param>
/// <param name="text">Its text.</param>
internal sealed class ProjectText(string relativePath, string text) : AdditionalText
{
    public override string Path => "/src/" + RelativePath;

    public string RelativePath { get; } = relativePath;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    public static AnalyzerOptions For(params ImmutableArray<ProjectText> files) => new([.. files], new ProjectProperties(ProjectProperties.None));

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return SourceText.From(text, Encoding.UTF8);
    }
}
