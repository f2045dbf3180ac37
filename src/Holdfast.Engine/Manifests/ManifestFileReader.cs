using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Manifests.Helm;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Manifests;

/// <summary>
/// Reads files of manifests. A file is read once for each text that it has, however many compilations look at it: an edit of
/// one file does not read the others again.
/// </summary>
internal static class ManifestFileReader
{
    private const string ListKind = "List";

    /// <summary>By their texts, and by their paths, since an editor may give files of one content one text.</summary>
    private static readonly ConditionalWeakTable<SourceText, ConcurrentDictionary<string, ManifestFile>> Files = new();

    /// <summary>What only Helm writes between two braces; other programs' templates are in strings of ordinary manifests.</summary>
    private static readonly Regex HelmAction = new(
        @"\{\{-?\s*(\.(Values|Release|Chart|Capabilities|Files|Template)\b|include\b|template\b|define\b|range\b|with\b|if\b|end\b|toYaml\b|tpl\b|/\*)",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public static ManifestFile Read(string path, SourceText text)
    {
        string normalized = ManifestPaths.Normalize(path);
        ConcurrentDictionary<string, ManifestFile> files = Files.GetValue(text, static _ => new ConcurrentDictionary<string, ManifestFile>(concurrencyLevel: 1, capacity: 1, StringComparer.Ordinal));
        return files.TryGetValue(normalized, out ManifestFile? known) ? known : files.GetOrAdd(normalized, ReadAnew(normalized, path, text, takesPlaceholders: true));
    }

    /// <summary>The same with the texts as they are: what is carried over to somewhere else keeps its placeholders.</summary>
    public static ManifestFile ReadLiterally(string path, SourceText text) => ReadAnew(ManifestPaths.Normalize(path), path, text, takesPlaceholders: false);

    private static ManifestFile ReadAnew(string normalized, string path, SourceText text, bool takesPlaceholders)
    {
        FileLocations places = YamlReader.PlacesIn(path, text);
        if (text.Length > YamlLimits.Characters)
        {
            return Unreadable(normalized, $"it has {text.Length} characters, and the API server accepts at most {YamlLimits.Characters}", places);
        }

        string content = text.ToString();
        if (content.IndexOf('\0') >= 0)
        {
            return Unreadable(normalized, "it is not text", places);
        }

        if (!TextEncodings.IsUnicode(text) && IsManifest(normalized, content))
        {
            return Unreadable(normalized, "it is not in UTF-8", places);
        }

        if (content.IndexOf("{{", StringComparison.Ordinal) >= 0 && (normalized.IndexOf("/templates/", StringComparison.Ordinal) >= 0 || Matches(HelmAction, content)))
        {
            ImmutableArray<(MappingNode Object, bool IsOptional)> read = HelmReader.Read(content, places);
            return new ManifestFile(normalized, ManifestFileKind.Template, [.. read.Select(static item => item.Object)], [], ManifestSuppressions.Read(text, places))
            {
                Optional = [.. read.Select(static item => item.IsOptional)],
            };
        }

        YamlReading reading = YamlReader.Read(takesPlaceholders ? Placeholders.Mask(content) : content, places);
        ImmutableArray<MappingNode> objects =
        [
            .. reading.Documents.SelectMany(document => Flatten(takesPlaceholders ? Placeholders.Resolve(document) : document, 0)).Select(ManifestObjects.Normalize),
        ];
        bool isKustomization = ManifestPaths.IsKustomization(normalized) || objects.Any(static node => ObjectView.KindOf(node) is "Kustomization" or "Component" && IsOfKustomize(node));
        return new ManifestFile(
            normalized,
            isKustomization ? ManifestFileKind.Kustomization : ManifestFileKind.Objects,
            objects,
            IsManifest(normalized, content) ? reading.Problems : [],
            ManifestSuppressions.Read(text, places))
        {
            Lists = takesPlaceholders ? [.. reading.Lists.Select(Placeholders.Resolve)] : [.. reading.Lists],
        };
    }

    /// <summary>Whether problems are worth a word: in a file that is about Kubernetes, and no template of something else.</summary>
    private static bool IsManifest(string path, string content) =>
        ManifestPaths.IsKustomization(path)
        || (content.IndexOf("{{", StringComparison.Ordinal) < 0
            && content.IndexOf("{%", StringComparison.Ordinal) < 0
            && (content.IndexOf("apiVersion", StringComparison.Ordinal) >= 0 || content.IndexOf("kind:", StringComparison.Ordinal) >= 0));

    private static bool IsOfKustomize(MappingNode node) =>
        ObjectView.ApiVersionOf(node).StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal);

    private static ManifestFile Unreadable(string path, string problem, FileLocations places) => new(
        path,
        ManifestFileKind.Objects,
        [],
        [new YamlProblem(problem, default, default, places.At(default))],
        ManifestSuppressions.None);

    /// <summary>The objects of a document; a list may hold lists.</summary>
    private static IEnumerable<MappingNode> Flatten(MappingNode document, int depth)
    {
        if (!ObjectView.KindOf(document).EndsWith(ListKind, StringComparison.Ordinal) || document["items"] is not SequenceNode || depth > YamlLimits.Depth)
        {
            return [document];
        }

        return document["items"].Mappings().SelectMany(item => Flatten(item, depth + 1));
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // Whatever it is, it is better left alone.
            return true;
        }
    }
}
