using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Tests.Shared;

/// <summary>MSBuild properties, and what the package's targets say about files, as the compiler hands them to generators and analyzers.</summary>
internal sealed class ProjectProperties(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public const string Prefix = "build_property.";

    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties.ToDictionary(static property => Prefix + property.Key, static property => property.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is ProjectText file
        ? new Options(new Dictionary<string, string> { [file.Metadata] = file.RelativePath, [ProjectFile.EncodingMetadata] = file.IsBinary ? "base64" : string.Empty })
        : GlobalOptions;

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _options = values.ToImmutableDictionary(KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _options.TryGetValue(key, out value);
    }
}
