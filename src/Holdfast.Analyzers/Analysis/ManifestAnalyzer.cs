using System.Collections.Immutable;
using Holdfast.Analyzers.Overriding;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Judges the hand-written manifests of a project with the rules that judge its declared types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleCatalog.Descriptors.AddRange(ManifestProblems.All);

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
            AnalyzerOptions analyzerOptions = start.Options;
            AnalyzerConfigOptionsProvider options = analyzerOptions.AnalyzerConfigOptionsProvider;
            var findings = new Lazy<ILookup<string, Diagnostic>>(() =>
            {
                ProjectManifests manifests = ManifestFiles.Read(files, CancellationToken.None);
                ShippedManifests shipped = ShippedFiles.Read(analyzerOptions, CancellationToken.None);
                return ManifestFindings.Of(
                    manifests,
                    shipped,
                    manifests.Units.IsEmpty ? [] : DeclaredObjects.In(compilation, ProjectSettings.Read(options.GlobalOptions), CancellationToken.None),
                    [],
                    new ManifestSeverities(files.AddRange(released), manifests.Files.AddRange(shipped.Files), options),
                    CancellationToken.None);
            });
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (Diagnostic diagnostic in findings.Value[file.AdditionalFile.Path])
                {
                    file.ReportDiagnostic(diagnostic);
                }
            });
        });
    }
}
