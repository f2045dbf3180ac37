using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The files that the build hands over as manifests of the project.</summary>
internal static class ManifestFiles
{
    /// <summary>Metadata that the package's targets put on each of them.</summary>
    private const string Mark = "build_metadata.AdditionalFiles.HoldfastManifest";

    /// <summary>What the analyzers of one compilation, which are given the same options, know of the files: each asks, and they are read once.</summary>
    private static readonly ConditionalWeakTable<AnalyzerOptions, Project> Known = new();

    public static ImmutableArray<AdditionalText> Of(AnalyzerOptions options) => Known.GetValue(options, static options => new Project(options)).Files;

    /// <summary>All of them, read when first asked for; a project without such files has nothing to read.</summary>
    public static Lazy<ProjectManifests> Lazily(AnalyzerOptions options) => Known.GetValue(options, static options => new Project(options)).Manifests;

    public static ProjectManifests Read(AnalyzerOptions options) => Lazily(options).Value;

    /// <summary>The texts of files by their paths, for places inside of values.</summary>
    public static Func<string, SourceText?> TextsOf(ImmutableArray<AdditionalText> files)
    {
        var byPath = new Lazy<ILookup<string, AdditionalText>>(() => files.ToLookup(static file => file.Path, StringComparer.Ordinal));
        return path => byPath.Value[path].FirstOrDefault()?.GetText();
    }

    /// <summary>Files as they were read, by the paths that the build gives them, which places in them have.</summary>
    public static Dictionary<string, ManifestFile> ByPath(ImmutableArray<AdditionalText> texts, IEnumerable<ManifestFile> files)
    {
        var read = new Dictionary<string, ManifestFile>(StringComparer.Ordinal);
        foreach (ManifestFile file in files)
        {
            read[file.Path] = file;
        }

        var byPath = new Dictionary<string, ManifestFile>(StringComparer.Ordinal);
        foreach (AdditionalText text in texts)
        {
            if (read.TryGetValue(ManifestPaths.Normalize(text.Path), out ManifestFile? file))
            {
                byPath[text.Path] = file;
            }
        }

        return byPath;
    }

    /// <summary>What sections of <c>.editorconfig</c> say for files that are not sources.</summary>
    public static ManifestOptions OptionsOf(AnalyzerOptions options)
    {
        var files = new Lazy<Dictionary<string, AdditionalText>>(() => options.AdditionalFiles
            .GroupBy(static file => file.Path, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal));
        return new ManifestOptions((path, key) =>
            files.Value.TryGetValue(path, out AdditionalText? file) && options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(key, out string? value) ? value : null);
    }

    private static bool IsManifest(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Mark, out string? value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
        && !ShippedFiles.IsShipped(file, options);

    /// <summary>The manifests of a project.</summary>
    private sealed class Project
    {
        public Project(AnalyzerOptions options)
        {
            Files = [.. options.AdditionalFiles.Where(file => IsManifest(file, options.AnalyzerConfigOptionsProvider))];
            Manifests = new(Read);
        }

        public ImmutableArray<AdditionalText> Files { get; }

        public Lazy<ProjectManifests> Manifests { get; }

        // Without a token: what one analyzer no longer wants, another waits for.
        private ProjectManifests Read()
        {
            var read = new List<ManifestFile>(Files.Length);
            foreach (AdditionalText file in Files)
            {
                if (file.GetText() is { } text)
                {
                    read.Add(ManifestFileReader.Read(file.Path, text));
                }
            }

            return ProjectManifests.Of(read);
        }
    }
}
