using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Overriding;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Reading.Objects;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Judges Kubernetes objects that code makes with KubernetesClient. What one body says is told while one types. What needs
/// the objects of other bodies, of manifests and of declared types is told at the end of the compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectCodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleCatalog.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ModelTypes.AreIn(start.Compilation))
            {
                return;
            }

            var types = new ModelTypes();
            var bodies = new ConcurrentBag<JudgedBody>();
            start.RegisterOperationBlockAction(block => JudgeAlone(block, types, bodies));
            start.RegisterCompilationEndAction(end => JudgeTogether(end, bodies));
        });
    }

    private static void JudgeAlone(OperationBlockAnalysisContext context, ModelTypes types, ConcurrentBag<JudgedBody> bodies)
    {
        ImmutableArray<MappingNode> objects = [.. ObjectBody.Read(context.OperationBlocks, types).Where(ManifestObjects.IsComplete)];
        if (objects.IsEmpty)
        {
            return;
        }

        var told = new HashSet<(string Id, Location Place)>();
        Judge(objects, [], isOpen: true, Report, context.CancellationToken);
        bodies.Add(new JudgedBody(objects, told));

        void Report(Diagnostic diagnostic)
        {
            told.Add((diagnostic.Id, diagnostic.Location));
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static void JudgeTogether(CompilationAnalysisContext context, ConcurrentBag<JudgedBody> bodies)
    {
        if (bodies.IsEmpty)
        {
            return;
        }

        ProjectManifests manifests = ManifestFiles.Read(ManifestFiles.Of(context.Options), context.CancellationToken);
        ImmutableArray<MappingNode> outside = manifests.Objects.AddRange(DeclaredObjects.In(
            context.Compilation,
            ProjectSettings.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions),
            context.CancellationToken));

        // Where any object's name is computed, nothing can be said to be missing.
        bool isOpen = manifests.IsOpen || bodies.Any(static body => body.Objects.Any(static node => node.At("metadata", "name") is not ScalarNode));
        foreach (JudgedBody body in bodies)
        {
            IEnumerable<MappingNode> others = bodies.Where(other => !ReferenceEquals(other, body)).SelectMany(static other => other.Objects);
            Judge(body.Objects, outside.AddRange(others), isOpen, Report, context.CancellationToken);

            void Report(Diagnostic diagnostic)
            {
                if (body.Told.Add((diagnostic.Id, diagnostic.Location)))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static void Judge(
        ImmutableArray<MappingNode> objects,
        ImmutableArray<MappingNode> others,
        bool isOpen,
        Action<Diagnostic> report,
        CancellationToken cancellationToken) => RuleCatalog.Check(
            new ManifestSet(objects, others, []) { IsOpen = isOpen },
            new RuleContext(report, objects[0].Origin ?? Location.None),
            cancellationToken);
}
