using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Availability;
using Holdfast.Engine.Rules.Identity;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>What rules say about objects that code makes.</summary>
internal static class ObjectFindings
{
    private static readonly ImmutableArray<Rule> OfSelectors = [.. RuleCatalog.All.Where(static rule => rule is IdleSelectorRule or PolicyPortRule)];

    private static readonly ImmutableArray<Rule> OfMissingNames = [.. RuleCatalog.All.Where(static rule => rule is GoverningServiceMissingRule)];

    private static readonly ImmutableArray<Rule> OfNames = [.. RuleCatalog.All.Where(static rule => rule is GoverningServiceNotHeadlessRule or GoverningServiceTypeRule)];

    /// <summary>What is said about objects whatever others there are.</summary>
    public static IEnumerable<Diagnostic> Alone(ImmutableArray<MappingNode> objects, KubernetesTarget kubernetes, CancellationToken cancellationToken)
    {
        // All rules have one of each: a body has a few objects, and there are more than a hundred rules.
        var watch = new ComparisonWatch();
        foreach (ManifestSet round in Rounds([objects], [], isOpen: true, kubernetes, watch))
        {
            var found = new List<Diagnostic>();
            var rules = new RuleContext(found.Add, FallbackOf(round), FieldWords.Client);
            foreach (Rule rule in RuleCatalog.AloneFor(round.Declared))
            {
                cancellationToken.ThrowIfCancellationRequested();

                // A rule that compares objects waits for those of other methods.
                watch.Start();
                found.Clear();
                rule.Check(round, rules);
                foreach (Diagnostic diagnostic in watch.HasCompared ? [] : found)
                {
                    yield return diagnostic;
                }
            }
        }
    }

    /// <summary>
    /// The findings in objects that one body makes, if all others of the project leave it true. They are asked for only where there
    /// is something to say.
    /// </summary>
    /// <param name="objects">The objects of the body.</param>
    /// <param name="kubernetes">The versions of Kubernetes that they are for.</param>
    /// <param name="others">The objects of all other code, those that are declared otherwise, and whether more are applied than are known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IEnumerable<Diagnostic> OfOneBody(
        ImmutableArray<MappingNode> objects,
        KubernetesTarget kubernetes,
        Func<(ImmutableArray<MappingNode> Code, ImmutableArray<MappingNode> Outside, bool IsOpen)> others,
        CancellationToken cancellationToken)
    {
        // Nearly all bodies have nothing to look at, and need no index of their objects to see it.
        PodOwnerView[] owners = [.. objects.Select(PodOwnerView.Of).OfType<PodOwnerView>()];
        if (owners.Length == 0
            || !objects.Any(node => ObjectView.KindOf(node) == "NetworkPolicy" || (ObjectView.KindOf(node) == ServiceView.Kind && node.At("spec", "selector") is MappingNode selector && !owners.Any(owner => Selection.Selects(selector, owner.PodLabels) == true)))
            || Check(new ManifestSet(objects, [], []) { Kubernetes = kubernetes }).Count == 0)
        {
            return [];
        }

        (ImmutableArray<MappingNode> code, ImmutableArray<MappingNode> outside, bool isOpen) = others();
        return Check(new ManifestSet([.. objects, .. code], outside, []) { IsOpen = isOpen, Kubernetes = kubernetes });

        List<Diagnostic> Check(ManifestSet manifests)
        {
            var found = new List<Diagnostic>();
            foreach (Rule rule in OfSelectors)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rule.Check(manifests, new RuleContext(found.Add, FallbackOf(manifests), FieldWords.Client));
            }

            return found;
        }
    }

    /// <summary>What is said about parts whatever they are added to.</summary>
    public static IEnumerable<Diagnostic> OfParts(ImmutableArray<MappingNode> parts, KubernetesTarget kubernetes, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        if (parts.IsEmpty)
        {
            return found;
        }

        var context = new RuleContext(found.Add, parts[0].Location ?? Location.None, FieldWords.Client);
        var values = new ManifestSet([], [], []) { Parts = parts, KeepsValuesOfParts = true, Kubernetes = kubernetes, IsOpen = true };
        var objects = new ManifestSet(parts, [], []) { Kubernetes = kubernetes, IsOpen = true };
        foreach (Rule rule in RuleCatalog.OfParts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rule.Check(rule is ConstraintRule ? values : objects, context);
        }

        return found;
    }

    /// <summary>
    /// What is said because computed names are the same: only rules that find something where names match, and nothing where they
    /// differ, since different expressions may well have the same value. The one exception is a set beside a headless Service for its pods, of nearly
    /// the name that the set has for it, where no other Service is made at all.
    /// </summary>
    /// <param name="objects">The objects of the body and of the methods that it calls.</param>
    /// <param name="kubernetes">The versions of Kubernetes that they are for.</param>
    /// <param name="areAllServices">Whether the Services among objects are all that code makes and that may have such a name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IEnumerable<Diagnostic> OfSameNames(ImmutableArray<MappingNode> objects, KubernetesTarget kubernetes, Func<ImmutableArray<MappingNode>, bool> areAllServices, CancellationToken cancellationToken)
    {
        // A set is compared with its Service: most bodies have one of them at the most, and nothing is written as its expression for these.
        if (!objects.Any(static node => ObjectView.KindOf(node) == ServiceView.Kind))
        {
            return [];
        }

        // A set whose Service is known is compared when those of other methods are there, too.
        ImmutableArray<MappingNode> computed = [.. objects.Where(static node => ObjectView.KindOf(node) != StatefulSetView.Kind || node.At("spec", "serviceName") is UnknownNode { Expression: not null })];
        if (computed.All(static node => ObjectView.KindOf(node) != StatefulSetView.Kind))
        {
            return [];
        }

        ImmutableArray<MappingNode> written = [.. computed.Select(static node => (MappingNode)ComputedNames.Write(node))];
        var found = new List<Diagnostic>();
        Check(OfNames, isOpen: true, found);
        var missing = new List<Diagnostic>();
        Check(OfMissingNames, isOpen: false, missing);
        return missing.Count > 0 && areAllServices(objects) ? [.. found, .. missing] : found;

        void Check(ImmutableArray<Rule> rules, bool isOpen, List<Diagnostic> into)
        {
            foreach (ManifestSet round in Rounds([written], [], isOpen, kubernetes))
            {
                foreach (Rule rule in rules)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    rule.Check(round, new RuleContext(into.Add, FallbackOf(round), FieldWords.Client));
                }
            }
        }
    }

    /// <summary>What is said about all objects.</summary>
    /// <param name="bodies">The objects that each body of code makes.</param>
    /// <param name="others">Objects that are declared otherwise.</param>
    /// <param name="isOpen">Whether more objects are applied than are known.</param>
    /// <param name="kubernetes">The versions of Kubernetes that they are for.</param>
    /// <param name="severityAt">What the user asks for at a place.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IEnumerable<Diagnostic> Together(
        ImmutableArray<ImmutableArray<MappingNode>> bodies,
        ImmutableArray<MappingNode> others,
        bool isOpen,
        KubernetesTarget kubernetes,
        Func<string, Location, ReportDiagnostic?> severityAt,
        CancellationToken cancellationToken)
    {
        // Where any object's name is computed, nothing can be said to be missing.
        isOpen |= bodies.SelectMany(static body => body).Any(static node => node.At("metadata", "name") is not ScalarNode);
        var found = new List<Diagnostic>();
        foreach (ManifestSet round in Rounds(bodies, others, isOpen, kubernetes))
        {
            RuleCatalog.Check(round, new RuleContext(found.Add, FallbackOf(round), FieldWords.Client, severityAt), cancellationToken);
        }

        return found;
    }

    /// <summary>
    /// Objects of one kind and name are one object, made in several ways: each is judged with all that have other names, and with
    /// those that the same body makes rather than with the same ones of other bodies.
    /// </summary>
    private static IEnumerable<ManifestSet> Rounds(
        IEnumerable<ImmutableArray<MappingNode>> bodies,
        ImmutableArray<MappingNode> others,
        bool isOpen,
        KubernetesTarget kubernetes,
        ComparisonWatch? watch = null)
    {
        ImmutableArray<ImmutableArray<MappingNode>> all = [.. bodies];
        if (all is [[_] only])
        {
            yield return new ManifestSet(only, others, []) { IsOpen = isOpen, Kubernetes = kubernetes, Watch = watch };
            yield break;
        }

        ImmutableArray<ImmutableArray<MappingNode>> rest = [.. all.Where(static body => !body.IsEmpty)];
        while (!rest.IsEmpty)
        {
            var names = new HashSet<(string, string, string)>();
            ImmutableArray<MappingNode>.Builder round = ImmutableArray.CreateBuilder<MappingNode>();
            ImmutableArray<ImmutableArray<MappingNode>>.Builder later = ImmutableArray.CreateBuilder<ImmutableArray<MappingNode>>();
            foreach (ImmutableArray<MappingNode> body in rest)
            {
                if (body.Any(node => IdentityOf(node, out var identity) && names.Contains(identity)))
                {
                    later.Add(body);
                    continue;
                }

                ILookup<bool, MappingNode> isNext = body.ToLookup(node => !IdentityOf(node, out var identity) || names.Add(identity));
                round.AddRange(isNext[true]);
                if (isNext[false].Any())
                {
                    later.Add([.. isNext[false]]);
                }
            }

            rest = later.ToImmutable();
            var judged = new HashSet<MappingNode>(round, ReferenceComparer.Instance);
            ImmutableArray<MappingNode> beside = [.. all.SelectMany(static body => body).Where(node => !judged.Contains(node) && (!IdentityOf(node, out var identity) || names.Add(identity)))];
            yield return new ManifestSet(round.ToImmutable(), [.. beside, .. others], []) { IsOpen = isOpen, Kubernetes = kubernetes, Watch = watch };
        }
    }

    private static bool IdentityOf(MappingNode node, out (string Kind, string Namespace, string Name) identity)
    {
        bool isNamed = node.At("metadata", "name").TryGetString(out string? name);
        identity = (ObjectView.KindOf(node), node.At("metadata", "namespace").TryGetString(out string? space) ? space : string.Empty, name ?? string.Empty);
        return isNamed;
    }

    private static Location FallbackOf(ManifestSet round) => round.Declared[0].Location ?? Location.None;

    /// <summary>Objects that are made alike are still two.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<MappingNode>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(MappingNode x, MappingNode y) => ReferenceEquals(x, y);

        public int GetHashCode(MappingNode node) => RuntimeHelpers.GetHashCode(node);
    }
}
