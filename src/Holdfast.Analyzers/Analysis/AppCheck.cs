using System.Collections.Immutable;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Hands a declared application to the rules.</summary>
internal static class AppCheck
{
    /// <param name="app">The application.</param>
    /// <param name="uses">Where names of its pods are used.</param>
    /// <param name="written">The manifests of the project, which an application may well rely on.</param>
    /// <param name="shipped">What was released of it, where its changes are to be judged.</param>
    /// <param name="made">The objects that code makes; asked for where nothing else has the governing Service.</param>
    /// <param name="kubernetes">The versions of Kubernetes that it is for.</param>
    /// <param name="fallback">Where a finding goes that has no place.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="isShown">Whether a finding of a severity may be shown; null where all are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The objects of the application, to be compared with those of others.</returns>
    public static ManifestSet Run(
        ComposedApp app,
        ImmutableArray<PodNameUse> uses,
        ProjectManifests written,
        ShippedObjects shipped,
        Func<ObjectIndex> made,
        KubernetesTarget kubernetes,
        Location fallback,
        Action<Diagnostic> report,
        Func<DiagnosticDescriptor, DiagnosticSeverity, Location, bool>? isShown,
        CancellationToken cancellationToken)
    {
        // Nearly always there is nothing beside the manifests, whose index is then looked through as it is.
        ImmutableArray<MappingNode> own = ExistingObjects.Compose(app.App);
        ObjectIndex existing = own.IsEmpty ? written.Index : ObjectIndex.Of([new ObjectIndex(own), written.Index]);
        var declared = new ObjectIndex(app.Objects);
        ImmutableArray<WorkloadFacts> facts = DeclaredFacts.Compose(app.App);
        ManifestSet manifests = Together(existing, written.IsOpen);
        if (LacksGoverningService(manifests))
        {
            ObjectIndex inCode = made();
            manifests = Together(ObjectIndex.Of(existing.Parts.Add(inCode)), written.IsOpen || CodeObjects.AreOpen(inCode.Objects));
        }

        // Without a patch no finding is in one, and where it is need not be looked up.
        FieldWords words = app.App.Patches.Count > 0 ? DeclarationWords.Instance : FieldWords.Attributes;
        RuleCatalog.CheckAlone(manifests, new RuleContext(report, fallback, words, isShown: isShown), cancellationToken);
        return manifests;

        ManifestSet Together(ObjectIndex existing, bool isOpen) => new(declared, existing, uses)
        {
            Facts = facts,
            Kubernetes = kubernetes,
            IsOpen = isOpen,
            Shipped = shipped,
        };
    }

    private static bool LacksGoverningService(ManifestSet manifests) => manifests.StatefulSets.Any(set =>
        set.ServiceName.TryGetString(out string? name) && name.Length > 0 && manifests.GoverningServiceOf(set) is null);

    /// <summary>Hands all declared applications to the rules that compare them.</summary>
    /// <param name="applications">The objects of each.</param>
    /// <param name="isPutElsewhere">Whether the build chooses the namespace.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="isShown">Whether a finding of a severity may be shown; null where all are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static void RunAcross(
        IReadOnlyCollection<ManifestSet> applications,
        bool isPutElsewhere,
        Action<Diagnostic> report,
        Func<DiagnosticDescriptor, DiagnosticSeverity, Location, bool>? isShown,
        CancellationToken cancellationToken) => RuleCatalog.CheckAcross(
            new ManifestSet(
                new ObjectIndex([.. applications.SelectMany(static manifests => manifests.Declared)]),

                // Each knows the manifests of the whole project, which are put together once.
                ObjectIndex.Merge(applications.SelectMany(static manifests => manifests.ExistingParts).Distinct()),
                [.. applications.SelectMany(static manifests => manifests.PodNameUses)])
            {
                Facts = [.. applications.SelectMany(static manifests => manifests.Facts)],
                IsPutElsewhere = isPutElsewhere,
                Shipped = ShippedObjects.Together(applications.Select(static manifests => manifests.Shipped)),
            },
            new RuleContext(report, Location.None, DeclarationWords.Instance, isShown: isShown),
            cancellationToken);

    /// <summary>
    /// Objects that two applications make. Where they make the same workload, a rule says so, and a namespace is written once for all that
    /// make it.
    /// </summary>
    /// <param name="applications">The objects of each.</param>
    /// <param name="report">Takes the findings.</param>
    public static void ReportTwice(IEnumerable<ManifestSet> applications, Action<Diagnostic> report)
    {
        var made = new HashSet<Identity>();
        foreach (ManifestSet application in applications)
        {
            if (!application.Workloads.Any(workload => made.Contains(IdentityOf(workload.Node))))
            {
                foreach (MappingNode node in application.Declared)
                {
                    Identity identity = IdentityOf(node);
                    if (identity.Kind != NamespaceComposer.Kind && identity.Name.Length > 0 && made.Contains(identity))
                    {
                        report(Diagnostic.Create(ReadingProblems.ObjectOfTwo, node.At("metadata", "name")?.Location ?? Location.None, identity.Kind, identity.Name));
                    }
                }
            }

            foreach (MappingNode node in application.Declared)
            {
                made.Add(IdentityOf(node));
            }
        }

        static Identity IdentityOf(MappingNode node) => new(
            ObjectView.KindOf(node),
            node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty,
            node.At("metadata", "namespace").TryGetString(out string? space) ? space : string.Empty);
    }

    /// <summary>Where a declaration itself relies on the names of its pods.</summary>
    public static ImmutableArray<PodNameUse> OwnUses(AppDeclaration app) =>
    [
        .. app.PeerLists
            .Where(PeerListText.NamesPods)
            .Select(list => new PodNameUse(DeclaredReplicas.Name(app), $"the peer list '{list.Member.Name}'", null)),
        .. app.TextsThatNamePods.Select(text => new PodNameUse(DeclaredReplicas.Name(app), text, null)),
    ];

    private sealed record Identity(string Kind, string Name, string Namespace);
}
