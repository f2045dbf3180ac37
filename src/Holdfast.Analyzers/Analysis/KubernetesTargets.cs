using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Judging;
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

    private KubernetesTarget? _project;

    /// <summary>That of the project as a whole; the table of versions is read where something asks, which nothing does in most projects.</summary>
    public KubernetesTarget Project => _project ??= Read(ProjectSettings.Read(_options.GlobalOptions).KubernetesVersion);

    /// <summary>That of the objects that a source file declares or makes.</summary>
    public KubernetesTarget Of(SyntaxTree? tree) => tree is not null && ProjectSettings.KubernetesVersionIn(_options.GetOptions(tree)) is { } text ? Read(text) : Project;

    /// <summary>That of objects that several source files make; where these say different versions, all of them.</summary>
    public KubernetesTarget Of(IEnumerable<SyntaxTree?> trees) => ManifestVersions.Together(trees.Distinct().Select(Of), Project);

    private static KubernetesTarget Read(string? text) => KubernetesTarget.Read(text, out _);
}
