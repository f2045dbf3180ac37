using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Judges the hand-written manifests of a project with the rules that judge its declared types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [
            .. RuleCatalog.Descriptors,
            .. ManifestProblems.All,

            // Some of those over names are rules over objects, too.
            .. ManifestNames.Descriptors.Where(static descriptor => !RuleCatalog.Descriptors.Contains(descriptor)),
        ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            ImmutableArray<AdditionalText> files = ManifestFiles.Of(start.Options);
            ImmutableArray<AdditionalText> released = ShippedFiles.Of(start.Options);
            if (files.IsEmpty && released.IsEmpty)
            {
                return;
            }

            // Objects are linked across files, so all are judged together, once, when the first file is asked about.
            Compilation compilation = start.Compilation;
            AnalyzerOptions options = start.Options;
            var findings = new Lazy<ILookup<string, Diagnostic>>(() =>
            {
                ProjectManifests manifests = ManifestFiles.Read(options);
                ShippedManifests shipped = ShippedFiles.Read(options, CancellationToken.None);
                ManifestOptions wishes = ManifestFiles.OptionsOf(options);
                ImmutableArray<MappingNode> code = CodeObjects.In(compilation);
                ImmutableArray<MappingNode> declared = manifests.Units.IsEmpty
                    ? []
                    : ComposedApps.ObjectsIn(compilation, options, CancellationToken.None);
                var severities = new ManifestSeverities(ManifestFiles.ByPath(files.AddRange(released), manifests.Files.AddRange(shipped.Files)), wishes);
                var global = new GlobalSeverities(compilation);
                return new ManifestFindings(
                    manifests,
                    shipped,
                    declared.AddRange(code),
                    isOpen: manifests.IsOpen || CodeObjects.AreOpen(code),
                    new ManifestVersions(new KubernetesTargets(options).Project, wishes).Of,
                    (id, place) => severities.At(id, place) ?? global.At(id, place),
                    new ManifestNames(new Lazy<KnownSets>(() => KnownSetsReader.Read(compilation, options)), ManifestFiles.TextsOf(files))).All(CancellationToken.None);
            });

            // What an application names is judged with the application, with its namespace and labels.
            var named = new Lazy<HashSet<string>>(() => ComposedApps.FurtherFilesIn(compilation, options, CancellationToken.None));
            start.RegisterAdditionalFileAction(file =>
            {
                if (ProjectFile.Of(file.AdditionalFile, options.AnalyzerConfigOptionsProvider) is not null && named.Value.Contains(file.AdditionalFile.Path))
                {
                    return;
                }

                foreach (Diagnostic diagnostic in findings.Value[file.AdditionalFile.Path])
                {
                    file.ReportDiagnostic(diagnostic);
                }
            });
        });
    }
}
