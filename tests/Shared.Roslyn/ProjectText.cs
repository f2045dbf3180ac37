using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tests.Shared;

/// <summary>A file of the project, as the package's targets hand it over.</summary>
/// <param name="relativePath">Its path in the project's folder.</param>
/// <param name="text">Its text.</param>
internal sealed class ProjectText(string relativePath, string text) : AdditionalText
{
    /// <summary>What the targets say of such files; nothing of all others.</summary>
    public static AnalyzerConfigOptionsProvider Options { get; } = new OptionsProvider();

    public override string Path => "/src/" + RelativePath;

    public string RelativePath { get; } = relativePath;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    public static AnalyzerOptions For(params ImmutableArray<ProjectText> files) => new([.. files], Options);

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return SourceText.From(text, Encoding.UTF8);
    }

    private sealed class OptionsProvider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is ProjectText file
            ? new Values(ImmutableDictionary<string, string>.Empty.Add(ProjectFile.Metadata, file.RelativePath))
            : GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
