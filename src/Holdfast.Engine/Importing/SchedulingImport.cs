using Holdfast.Engine.Arguments;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Where pods may run. Affinities and tolerations are lists without keys, which a patch replaces as a whole; each is declared where
/// attributes give the whole list, and otherwise left to the patch.
/// </summary>
internal static class SchedulingImport
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    private static readonly string[] NodeOperators = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"];

    public static AppDeclaration Apply(AppDeclaration app, MappingNode pod)
    {
        app = Try(app, pod["tolerations"], Tolerations, static tried => tried.Pod.Tolerations.Count == 0 ? null : new SequenceNode(tried.Pod.Tolerations.Select(SchedulingComposer.Toleration)));
        app = Try(app, pod.At("affinity", "nodeAffinity"), NodeAffinities, static tried => SchedulingComposer.Affinity(tried).At("nodeAffinity"));
        app = Try(
            app,
            pod.At("affinity", "podAffinity"),
            static (app, node) => app with { Pod = app.Pod with { PodAffinities = PodAffinities(app, node) } },
            static tried => SchedulingComposer.Affinity(tried).At("podAffinity"));
        app = Try(
            app,
            pod.At("affinity", "podAntiAffinity"),
            static (app, node) => app with { Pod = app.Pod with { AntiAffinities = PodAffinities(app, node) } },
            static tried => SchedulingComposer.Affinity(tried).At("podAntiAffinity"));
        EquatableArray<SpreadDeclaration> spreads = pod["topologySpreadConstraints"].Mappings().Select(spread => Spread(app, spread)).ToEquatableArray();
        return app with
        {
            Pod = app.Pod with
            {
                Spreads = spreads,
                NoSpread = spreads.Count == 0 && !app.RunsToCompletion,
                NodeSelectors = (Said.Entries(pod["nodeSelector"]) ?? []).Select(static label => new NodeSelectorDeclaration(Said.Of(label.Key), Said.Of(label.Value))).ToEquatableArray(),
            },
        };
    }

    private static AppDeclaration Try(AppDeclaration app, ManifestNode? node, Func<AppDeclaration, ManifestNode, AppDeclaration> declare, Func<AppDeclaration, ManifestNode?> compose)
    {
        if (node is null)
        {
            return app;
        }

        AppDeclaration tried = declare(app, node);
        return NodeEquality.Same(compose(tried), node, FieldType.Any) ? tried : app;
    }

    private static AppDeclaration Tolerations(AppDeclaration app, ManifestNode node) => app with
    {
        Pod = app.Pod with
        {
            Tolerations = node.Mappings().Select(static toleration => new TolerationDeclaration(
                Said.Text(toleration["key"]),
                Said.OneOf(toleration["operator"], "Equal", "Exists"),
                Said.Text(toleration["value"]),
                Said.OneOf(toleration["effect"], "NoSchedule", "PreferNoSchedule", "NoExecute"),
                Said.Long(toleration["tolerationSeconds"])))

                // Without a value the attribute means Exists, and seconds make an effect; what means something else is patched.
                .Where(static toleration => toleration.Value.State == DeclaredState.Known || toleration.Operator.OrDefault(string.Empty) == "Exists")
                .Where(static toleration => toleration.TolerationSeconds.State == DeclaredState.Absent || toleration.Effect.State == DeclaredState.Known)
                .ToEquatableArray(),
        },
    };

    private static AppDeclaration NodeAffinities(AppDeclaration app, ManifestNode node)
    {
        IEnumerable<NodeAffinityDeclaration> required = node.At(Required, "nodeSelectorTerms").Mappings()
            .SelectMany(static term => term["matchExpressions"].Mappings().Concat(term["matchFields"].Mappings()))
            .Select(static expression => Expression(expression, isRequired: true, default));
        IEnumerable<NodeAffinityDeclaration> preferred = node.At(Preferred).Mappings()
            .SelectMany(static term => term.At("preference", "matchExpressions").Mappings().Concat(term.At("preference", "matchFields").Mappings()).Select(expression => Expression(expression, isRequired: false, Said.Int(term["weight"]))));
        return app with { Pod = app.Pod with { NodeAffinities = required.Concat(preferred).ToEquatableArray() } };
    }

    private static NodeAffinityDeclaration Expression(MappingNode expression, bool isRequired, Declared<int> weight) => new(
        Said.Text(expression["key"]),
        Said.OneOf(expression["operator"], NodeOperators),
        Said.Texts(expression["values"]) is { State: DeclaredState.Known } values ? values : Said.Of(EquatableArray<string>.Empty),
        Said.Of(isRequired),
        weight);

    private static EquatableArray<PodAffinityDeclaration> PodAffinities(AppDeclaration app, ManifestNode node) =>
        node.At(Required).Mappings().Select(term => Term(app, term, isRequired: true, default))
            .Concat(node.At(Preferred).Mappings().Select(term => Term(app, term["podAffinityTerm"], isRequired: false, Said.Int(term["weight"]))))
            .ToEquatableArray();

    private static PodAffinityDeclaration Term(AppDeclaration app, ManifestNode? term, bool isRequired, Declared<int> weight) =>
        new(default, Labels(app, term.At("labelSelector")))
        {
            Namespaces = Said.Texts(term.At("namespaces")),
            AnyNamespace = term.At("namespaceSelector") is MappingNode { Entries.Count: 0 } ? Said.Of(true) : default,
            TopologyKey = term.At("topologyKey").Is(KubernetesLabels.HostName) ? default : Said.Text(term.At("topologyKey")),
            Required = isRequired ? Said.Of(true) : default,
            Weight = weight.OrDefault(0) == KubernetesLimits.PreferenceWeight ? default : weight,
            MatchLabelKeys = Said.Texts(term.At("matchLabelKeys")),
            MismatchLabelKeys = Said.Texts(term.At("mismatchLabelKeys")),
            Fields = FieldValues.Take("PodAffinity", FieldPlace.PodAffinity, term),
        };

    /// <summary>What the labels must be; absent for those of the application itself.</summary>
    private static Declared<EquatableArray<string>> Labels(AppDeclaration app, ManifestNode? selector)
    {
        if (NodeEquality.Same(selector, LabelSelectors.OwnReplicas(app), FieldType.Any))
        {
            return default;
        }

        return LabelTexts.Of(selector) is { } texts ? Said.Of(texts.ToEquatableArray()) : default;
    }

    private static SpreadDeclaration Spread(AppDeclaration app, MappingNode spread) => new(
        Said.Text(spread["topologyKey"]) is { State: DeclaredState.Known } key ? key : Said.Of(KubernetesLabels.HostName),
        Said.Int(spread["maxSkew"]),
        Said.OneOf(spread["whenUnsatisfiable"], "ScheduleAnyway", "DoNotSchedule"),
        Said.Int(spread["minDomains"]))
    {
        MatchLabelKeys = Said.Texts(spread["matchLabelKeys"]),
        NodeAffinityPolicy = Said.OneOf(spread["nodeAffinityPolicy"], "Ignore"),
        NodeTaintsPolicy = Said.OneOf(spread["nodeTaintsPolicy"], "Honor"),
        Fields = NodeEquality.Same(spread["labelSelector"], LabelSelectors.OwnReplicas(app), FieldType.Any) ? default : FieldValues.Take("Spread", FieldPlace.Spread, spread),
    };
}
