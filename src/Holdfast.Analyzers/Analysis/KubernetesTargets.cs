using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// For which versions of Kubernetes a project's objects are: what a section of <c>.editorconfig</c> says for its files, else what
/// the project says, else those that upstream supports.
/// </summary>
internal sealed class KubernetesTargets(AnalyzerOptions options)
{
    private readonly AnalyzerConfigOptionsProvider _options = options.AnalyzerConfigOptionsProvider;

    private readonly Lazy<Dictionary<string, AdditionalText>> _files = new(() => options.AdditionalFiles
        .GroupBy(static file => file.Path, StringComparer.Ordinal)
        .ToDictionary(static files => files.Key, static files => files.First(), StringComparer.Ordinal));

    /// <summary>That of the project as a whole.</summary>
    public KubernetesTarget Project { get; } = Read(ProjectSettings.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions).KubernetesVersion);

    /// <summary>That of the objects that a source file declares or makes.</summary>
    public KubernetesTarget Of(SyntaxTree? tree) => tree is not null && ProjectSettings.KubernetesVersionIn(_options.GetOptions(tree)) is { } text ? Read(text) : Project;

    /// <summary>That of objects that several source files make; where these say different versions, all of them.</summary>
    public KubernetesTarget Of(IEnumerable<SyntaxTree?> trees) => All(trees.Distinct().Select(Of));

    /// <summary>That of objects that are applied together; where their files say different versions, all of them.</summary>
    /// <param name="objects">The objects, read from additional files.</param>
    public KubernetesTarget Of(IEnumerable<MappingNode> objects) => All(objects
        .Select(static node => node.Location?.GetLineSpan().Path)
        .Distinct(StringComparer.Ordinal)
        .Select(path => path is not null && _files.Value.TryGetValue(path, out AdditionalText? file) && ProjectSettings.KubernetesVersionIn(_options.GetOptions(file)) is { } text ? Read(text) : Project));

    private KubernetesTarget All(IEnumerable<KubernetesTarget> targets)
    {
        KubernetesTarget[] different = [.. targets.Distinct()];
        return different.Length == 0 ? Project : different.Aggregate(static (one, two) => new KubernetesTarget(one.Versions.Or(two.Versions), one.IsChosen || two.IsChosen));
    }

    private static KubernetesTarget Read(string? text) => KubernetesTarget.Read(text, out _);
}
