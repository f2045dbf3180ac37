using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Judges Kubernetes objects that code makes with KubernetesClient. What one object shows is reported while you type. What needs
/// the objects of other methods, of manifests and of declared types is reported at the end of the compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectCodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. RuleCatalog.Descriptors, .. ClientProblems.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // A project without the library pays for this look-up and nothing more.
            if (!HoldfastUse.HasClientModels(start.Compilation))
            {
                return;
            }

            // One with the library whose files do not name it pays for its text being looked through.
            ClientFiles files = ClientFiles.Of(start.Compilation);
            if (!files.AreAny())
            {
                return;
            }

            var types = new ModelTypes();
            var targets = new KubernetesTargets(start.Options);
            var bodies = new ConcurrentBag<JudgedBody>();
            var elsewhere = new ConcurrentBag<Diagnostic>();
            var told = new ConcurrentDictionary<FindingPlace, bool>();
            var makers = new ObjectMakers(types, files);

            // By syntax: an action for operations makes the compiler bind all bodies, whatever is in them.
            start.RegisterCodeBlockAction(block =>
            {
                bool mayBeIn = files.MayBeIn(block.CodeBlock.SyntaxTree);
                bool mayBeSent = mayBeIn || makers.MayBeSentIn(block.CodeBlock.SyntaxTree);
                if (!mayBeSent && !makers.AreIn(block.OwningSymbol))
                {
                    return;
                }

                SyntaxNode[] code = [.. CodeBodies.Of(block.CodeBlock)];
                bool callsMakers = makers.MayBeCalled(block.OwningSymbol, code);
                if (callsMakers || (mayBeSent && code.Any(body => (mayBeIn && CodeObjects.MayMakeOne(body, files.Aliases)) || CreatingMethods.MayBeCalled(body))))
                {
                    ImmutableArray<IOperation> operations = [.. code.SelectMany(body => CodeBodies.Operations(body, block.SemanticModel, block.CancellationToken))];
                    if (!operations.IsEmpty)
                    {
                        JudgeAlone(block, operations, types, targets, bodies, elsewhere, told, callsMakers);
                    }
                }
            });
            start.RegisterCompilationEndAction(end => JudgeTogether(end, targets, bodies, elsewhere, told));
        });
    }

    private static void JudgeAlone(CodeBlockAnalysisContext context, ImmutableArray<IOperation> operations, ModelTypes types, KubernetesTargets targets, ConcurrentBag<JudgedBody> bodies, ConcurrentBag<Diagnostic> elsewhere, ConcurrentDictionary<FindingPlace, bool> told, bool callsMakers)
    {
        var read = new ObjectBody(operations, types, context.CancellationToken);
        foreach (Diagnostic diagnostic in NullInitializers.Judge(read.Operations, types))
        {
            context.ReportDiagnostic(diagnostic);
        }

        ImmutableArray<MappingNode> objects = read.ReadWhole();
        ImmutableArray<MappingNode> made = callsMakers ? [.. read.ReadMade(objects).Where(static node => ManifestObjects.IsComplete(node))] : [];
        KubernetesTarget target = targets.Of(context.CodeBlock.SyntaxTree);
        IEnumerable<Diagnostic> ofParts = ObjectFindings.OfParts(read.ReadParts(objects), target, context.CancellationToken);
        if (objects.IsEmpty)
        {
            ReportNames(ObjectFindings.OfSameNames(made, target, AreAllServices, context.CancellationToken));
            ReportNames(ofParts);
            return;
        }

        foreach (Diagnostic diagnostic in ObjectFindings.Alone(objects, target, context.CancellationToken))
        {
            // What is in other methods is reported once, at the end, however many methods call them.
            if (IsHere(diagnostic) && told.TryAdd(new FindingPlace(diagnostic.Id, diagnostic.Location), true))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        ReportNames(ObjectFindings.OfSameNames(objects.AddRange(made), target, AreAllServices, context.CancellationToken));
        ReportNames(ofParts);
        ReportNames(ObjectFindings.OfOneBody(objects, target, Others, context.CancellationToken).Where(IsHere));
        bodies.Add(new JudgedBody(objects));

        (ImmutableArray<MappingNode> Code, ImmutableArray<MappingNode> Outside, bool IsOpen) Others()
        {
            Compilation compilation = context.SemanticModel.Compilation;
            ProjectManifests manifests = ManifestFiles.Read(context.Options);
            ImmutableArray<MappingNode> all = CodeObjects.In(compilation);
            return (
                [.. all.Where(node => node.Location is not { } place || !operations.Any(operation => IsIn(place, operation.Syntax)))],
                manifests.Objects.AddRange(ComposedApps.ObjectsIn(compilation, context.Options, context.CancellationToken)),
                manifests.IsOpen || CodeObjects.AreOpen(all));
        }

        void ReportNames(IEnumerable<Diagnostic> found)
        {
            foreach (Diagnostic diagnostic in found)
            {
                if (!IsHere(diagnostic))
                {
                    elsewhere.Add(diagnostic);
                }
                else if (told.TryAdd(new FindingPlace(diagnostic.Id, diagnostic.Location), true))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }

        bool AreAllServices(ImmutableArray<MappingNode> known) =>
            !ManifestFiles.Read(context.Options).IsOpen && CodeObjects.AreAllServices(context.SemanticModel.Compilation, known, context.CancellationToken);

        bool IsHere(Diagnostic diagnostic) => operations.Any(operation => IsIn(diagnostic.Location, operation.Syntax));
    }

    private static bool IsIn(Location location, SyntaxNode syntax) => location.SourceTree == syntax.SyntaxTree && syntax.Span.Contains(location.SourceSpan);

    private static void JudgeTogether(CompilationAnalysisContext context, KubernetesTargets targets, ConcurrentBag<JudgedBody> found, ConcurrentBag<Diagnostic> elsewhere, ConcurrentDictionary<FindingPlace, bool> told)
    {
        foreach (Diagnostic diagnostic in elsewhere.OrderBy(static one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Location.SourceSpan))
        {
            if (diagnostic.Location.IsInSource && told.TryAdd(new FindingPlace(diagnostic.Id, diagnostic.Location), true))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        if (found.IsEmpty)
        {
            return;
        }

        JudgedBody[] bodies = [.. found.OrderBy(static body => body.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static body => body.Location.SourceSpan)];
        ProjectManifests manifests = ManifestFiles.Read(context.Options);
        ImmutableArray<MappingNode> outside = manifests.Objects.AddRange(ComposedApps.ObjectsIn(context.Compilation, context.Options, context.CancellationToken));
        foreach (Diagnostic diagnostic in ObjectFindings.Together([.. bodies.Select(static body => body.Objects)], outside, manifests.IsOpen, targets.Of(bodies.Select(static body => body.Location.SourceTree)), new GlobalSeverities(context.Compilation).At, context.CancellationToken))
        {
            // What is wrong with a manifest or a declared type is reported there.
            if (diagnostic.Location.IsInSource && told.TryAdd(new FindingPlace(diagnostic.Id, diagnostic.Location), true))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
