using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>Where pods may run, and where they should.</summary>
internal static class SchedulingComposer
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    private const string NodeName = "metadata.name";

    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    /// <summary>What every application with replicas has: they share a host only where there are not enough hosts.</summary>
    private static readonly EquatableArray<SpreadDeclaration> Default =
        new([new SpreadDeclaration(Declared<string>.Known(KubernetesLabels.HostName, null), default, default, default)]);

    /// <summary>The user's; else the one that every application with replicas has, unless the user wants none.</summary>
    public static MappingBuilder AddSpreads(MappingBuilder spec, AppDeclaration app) => spec.Add(
        "topologySpreadConstraints",
        app.Pod.Spreads.Count > 0 || app.Pod.NoSpread || app.RunsToCompletion ? app.Pod.Spreads : Default,
        spread => Spread(app, spread));

    /// <summary>Of two with one key the last counts, where it is declared first.</summary>
    public static MappingNode? NodeSelector(PodDeclaration pod)
    {
        if (pod.NodeSelectors.Count == 0)
        {
            return null;
        }

        var labels = new MappingBuilder();
        foreach (IGrouping<string, NodeSelectorDeclaration> group in pod.NodeSelectors
            .Where(static selector => selector.Key.State == DeclaredState.Known)
            .GroupBy(static selector => selector.Key.OrDefault(string.Empty), StringComparer.Ordinal))
        {
            labels.Add(group.Key, Nodes.Of(group.Last().Value), group.Last().Key.Location);
        }

        return labels.BuildOrNull();
    }

    public static MappingNode? Affinity(AppDeclaration app) => new MappingBuilder()
        .Add("nodeAffinity", NodeAffinity(app.Pod))
        .Add("podAffinity", PodAffinity(app, app.Pod.PodAffinities))
        .Add("podAntiAffinity", PodAffinity(app, app.Pod.AntiAffinities))
        .BuildOrNull();

    public static ManifestNode Toleration(TolerationDeclaration toleration) => new MappingBuilder()
        .Add("key", toleration.Key)
        .Add("operator", toleration.Operator)
        .Add("value", toleration.Value)
        .Add("effect", toleration.Effect)
        .Add("tolerationSeconds", toleration.TolerationSeconds)
        .Build();

    private static ManifestNode Spread(AppDeclaration app, SpreadDeclaration spread) => FieldValues.Put(Constraint(app, spread), FieldPlace.Spread, spread.Fields);

    private static MappingNode Constraint(AppDeclaration app, SpreadDeclaration spread) => new MappingBuilder()
        .Add("maxSkew", spread.MaxSkew.Or(1, spread.TopologyKey.Location))
        .Add("minDomains", spread.MinDomains)
        .Add("topologyKey", spread.TopologyKey)
        .Add("whenUnsatisfiable", spread.WhenUnsatisfiable.Or("ScheduleAnyway", spread.TopologyKey.Location))
        .Add("labelSelector", LabelSelectors.OwnReplicas(app))
        .Add("matchLabelKeys", Nodes.NonEmpty(spread.MatchLabelKeys))
        .Add("nodeAffinityPolicy", spread.NodeAffinityPolicy)
        .Add("nodeTaintsPolicy", spread.NodeTaintsPolicy)
        .Build(spread.TopologyKey.Location);

    private static ManifestNode? NodeAffinity(PodDeclaration pod)
    {
        if (pod.NodeAffinities.Count == 0)
        {
            return null;
        }

        if (pod.NodeAffinities.FirstOrDefault(static affinity => affinity.Required.State == DeclaredState.Unknown) is { } unknown)
        {
            return new UnknownNode(unknown.Required.Location);
        }

        // Expressions of one term must all hold; terms beside each other would be alternatives.
        NodeAffinityDeclaration[] required = [.. pod.NodeAffinities.Where(static affinity => affinity.Required.OrDefault(true))];
        return new MappingBuilder()
            .Add(Required, required.Length == 0 ? null : new MappingBuilder().Add("nodeSelectorTerms", [Term(required)]).Build())
            .Add(
                Preferred,
                [
                    .. pod.NodeAffinities.Where(static affinity => !affinity.Required.OrDefault(true)).Select(static affinity => new MappingBuilder()
                        .Add("weight", affinity.Weight.Or(KubernetesLimits.PreferenceWeight, affinity.Key.Location))
                        .Add("preference", Term(affinity))
                        .Build(affinity.Key.Location)),
                ])
            .BuildOrNull();
    }

    /// <summary>The name of a node is a field and not a label, so it stands in another list.</summary>
    private static MappingNode Term(params NodeAffinityDeclaration[] affinities) => new MappingBuilder()
        .Add("matchExpressions", [.. affinities.Where(static affinity => !IsName(affinity)).Select(Expression)])
        .Add("matchFields", [.. affinities.Where(IsName).Select(Expression)])
        .Build();

    private static bool IsName(NodeAffinityDeclaration affinity) => affinity.Key.OrDefault(string.Empty) == NodeName;

    private static ManifestNode Expression(NodeAffinityDeclaration affinity) => new MappingBuilder()
        .Add("key", affinity.Key)
        .Add("operator", affinity.Operator)
        .Add("values", Nodes.NonEmpty(affinity.Values))
        .Build(affinity.Key.Location);

    private static ManifestNode? PodAffinity(AppDeclaration app, EquatableArray<PodAffinityDeclaration> affinities)
    {
        if (affinities.Count == 0)
        {
            return null;
        }

        if (affinities.FirstOrDefault(static affinity => affinity.Required.State == DeclaredState.Unknown) is { } unknown)
        {
            return new UnknownNode(unknown.Required.Location);
        }

        return new MappingBuilder()
            .Add(Required, [.. affinities.Where(static affinity => affinity.Required.OrDefault(false)).Select(affinity => PodTerm(app, affinity))])
            .Add(
                Preferred,
                [
                    .. affinities.Where(static affinity => !affinity.Required.OrDefault(false)).Select(affinity => new MappingBuilder()
                        .Add("weight", affinity.Weight.Or(KubernetesLimits.PreferenceWeight, affinity.TopologyKey.Location))
                        .Add("podAffinityTerm", PodTerm(app, affinity))
                        .Build(affinity.TopologyKey.Location)),
                ])
            .BuildOrNull();
    }

    private static ManifestNode PodTerm(AppDeclaration app, PodAffinityDeclaration affinity) => FieldValues.Put(Term(app, affinity), FieldPlace.PodAffinity, affinity.Fields);

    private static MappingNode Term(AppDeclaration app, PodAffinityDeclaration affinity) => new MappingBuilder()
        .Add("topologyKey", affinity.TopologyKey.Or(KubernetesLabels.HostName, null))
        .Add("labelSelector", LabelSelectors.Of(affinity.App, affinity.Labels) ?? LabelSelectors.OwnReplicas(app))
        .Add("matchLabelKeys", Nodes.NonEmpty(affinity.MatchLabelKeys))
        .Add("mismatchLabelKeys", Nodes.NonEmpty(affinity.MismatchLabelKeys))
        .Add("namespaces", Namespaces(app, affinity))
        .Add("namespaceSelector", affinity.AnyNamespace.State switch
        {
            DeclaredState.Known when affinity.AnyNamespace.OrDefault(false) => new MappingBuilder().Build(affinity.AnyNamespace.Location),
            DeclaredState.Unknown => new UnknownNode(affinity.AnyNamespace.Location),
            _ => null,
        })
        .Build(affinity.Required.Location ?? affinity.TopologyKey.Location);

    /// <summary>Those that are named; else the other application's, where it is declared for its own.</summary>
    private static ManifestNode? Namespaces(AppDeclaration app, PodAffinityDeclaration affinity)
    {
        if (affinity.Namespaces.State != DeclaredState.Absent || !affinity.App.TryGet(out AppReference? other))
        {
            return Nodes.NonEmpty(affinity.Namespaces);
        }

        return LabelSelectors.OtherNamespace(app, other, affinity.App.Location) is { } name ? new SequenceNode([name], affinity.App.Location) : null;
    }
}
