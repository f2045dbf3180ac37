using System.Collections.Immutable;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// A file of the project that the package's targets hand to the compiler. Its text is read only where a declaration names it.
/// </summary>
/// <param name="Path">Its path, relative to the project's folder, with slashes.</param>
/// <param name="Source">Where its text comes from; another one when the text has changed.</param>
internal sealed record ProjectFile(string Path, AdditionalText Source)
{
    /// <summary>Whether what the compiler is handed is the bytes of the file in base64.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Metadata of <c>AdditionalFiles</c> that says how the text stands for the file.</summary>
    public const string EncodingMetadata = "build_metadata.AdditionalFiles.HoldfastConfigEncoding";

    private const string Base64 = "base64";

    /// <summary>Metadata of <c>AdditionalFiles</c> that the targets set: the path, which also tells ours from those of others.</summary>
    public const string Metadata = "build_metadata.AdditionalFiles.HoldfastConfigPath";

    /// <summary>The file, or null where it is none of ours.</summary>
    public static ProjectFile? Of(AdditionalText text, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions own = options.GetOptions(text);
        return own.TryGetValue(Metadata, out string? path) && path.Length > 0
            ? new ProjectFile(ConfigPath.Normalize(path), text) { IsBinary = own.TryGetValue(EncodingMetadata, out string? encoding) && encoding == Base64 }
            : null;
    }

    public static ImmutableArray<ProjectFile> AllOf(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles
            .Select(text => Of(text, options.AnalyzerConfigOptionsProvider))
            .OfType<ProjectFile>(),
    ];
}
