using System.Collections.Immutable;
using System.Text;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tests.Shared;

/// <summary>A file of the project, as the package's targets hand it over.</summary>
/// <param name="relativePath">Its path in the project's folder.</param>
/// <param name="text">Its text.</param>
/// <param name="metadata">What the targets note its path as: that of a config file, unless it is something else.</param>
internal sealed class ProjectText(string relativePath, string text, string metadata = ProjectFile.Metadata) : AdditionalText
{
    /// <summary>A manifest of the last release, by its path below the folder of those.</summary>
    public static ProjectText Shipped(string path, string text) => new(path, text, ShippedFiles.Metadata);

    public override string Path => "/src/" + RelativePath;

    /// <summary>Whether the text is bytes in base64.</summary>
    public bool IsBinary { get; init; }

    public string RelativePath { get; } = relativePath;

    public string Metadata { get; } = metadata;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    public static AnalyzerOptions For(params ImmutableArray<ProjectText> files) => new([.. files], new ProjectProperties(ProjectProperties.None));

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return SourceText.From(text, Encoding.UTF8);
    }
}
