using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Tool.Graphing;

/// <summary>Reads a graph from manifests. An object that is in several folders is drawn once, as it is in the first.</summary>
internal static class GraphReader
{
    /// <summary>So many pods of a set are drawn one by one.</summary>
    private const int MostPods = 5;

    public static AppGraph Read(ProjectManifests manifests)
    {
        MappingNode[] objects = [.. manifests.Units.Where(static unit => !unit.IsUnknown).SelectMany(static unit => unit.Complete)];
        PodOwnerView[] owners = [.. Once(objects.Select(PodOwnerView.Of).OfType<PodOwnerView>())];
        ServiceView[] services = [.. Once(objects.Where(static node => ObjectView.Is(node, ServiceView.ApiVersion, ServiceView.Kind)).Select(static node => new ServiceView(node)))];
        return new AppGraph(
            [.. owners.Select(static owner => new GraphWorkload(owner.KindName, NameOf(owner), PodsOf(owner)))],
            [
                .. services.Select(service => new GraphService(
                    NameOf(service),
                    service.IsHeadless == true,
                    [.. owners.Index().Where(owner => IsServed(owner.Item, service)).Select(static owner => owner.Index)])),
            ],
            TalkReader.Read(objects, owners, services));
    }

    private static bool IsServed(PodOwnerView owner, ServiceView service) =>
        !owner.IsApartFrom(service) && Selection.Selects(service.Selector, LabelsOf(owner, service)) == true;

    /// <summary>The labels of an owner's pods, with the name that the controller gives the one which a Service asks for.</summary>
    private static ManifestNode? LabelsOf(PodOwnerView owner, ServiceView service)
    {
        if (owner is not StatefulSetView set
            || set.PodLabels is not MappingNode labels
            || service.Selector.At(KubernetesLabels.PodName) is not ScalarNode asked
            || !set.Name.TryGetString(out string? name)
            || !KubernetesNames.TryParsePod(asked.Text, name, out int ordinal))
        {
            return owner.PodLabels;
        }

        long first = FirstOf(set);
        return ordinal >= first && (ReplicasOf(set) is not { } replicas || ordinal < first + replicas) ? NodeEdit.Set(labels, KubernetesLabels.PodName, asked) : labels;
    }

    /// <summary>Where a set leaves the number out, the API server says one.</summary>
    private static long? ReplicasOf(StatefulSetView set) => set.Node.At("spec", "replicas") is null ? 1 : set.Replicas;

    private static long FirstOf(StatefulSetView set) => set.Node.At("spec", "ordinals", "start").TryGetInteger(out long start) ? start : 0;

    private static ImmutableArray<GraphPod> PodsOf(PodOwnerView owner)
    {
        string[] shared =
        [
            .. owner.Volumes.Select(static volume => volume.At("persistentVolumeClaim", "claimName").TryGetString(out string? name) ? name : string.Empty)
                .Where(static name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        if (owner is not StatefulSetView set)
        {
            return [new GraphPod(Count(owner.KindName is "Pod" or "Job" or "CronJob" ? 1 : owner.Node.At("spec", "replicas") is null && owner.KindName == "Deployment" ? 1 : owner.Replicas), [.. shared])];
        }

        long? replicas = ReplicasOf(set);
        long first = FirstOf(set);
        string[] templates = [.. set.ClaimTemplates.Select(static template => template.At("metadata", "name").TryGetString(out string? name) ? name : "?")];
        if (replicas is null)
        {
            return [new GraphPod($"{set.DisplayName}-{Number(first)} …", [.. templates.Select(template => $"{template}-{set.DisplayName}-{Number(first)} …"), .. shared])];
        }

        ImmutableArray<GraphPod>.Builder pods = ImmutableArray.CreateBuilder<GraphPod>();
        long shown = replicas.Value > MostPods ? MostPods - 1 : replicas.Value;
        for (long ordinal = first; ordinal < first + shown; ordinal++)
        {
            pods.Add(new GraphPod(
                $"{set.DisplayName}-{Number(ordinal)}",
                [.. templates.Select(template => $"{template}-{set.DisplayName}-{Number(ordinal)}"), .. shared]));
        }

        if (shown < replicas.Value)
        {
            pods.Add(new GraphPod($"… {set.DisplayName}-{Number(first + replicas.Value - 1)}", [.. templates.Select(template => $"… {template}-{set.DisplayName}-{Number(first + replicas.Value - 1)}"), .. shared]));
        }

        return pods.ToImmutable();
    }

    private static string Count(long? pods) => pods switch
    {
        null => "pods",
        1 => "1 pod",
        { } number => $"{Number(number)} pods",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(ObjectView view) => view.Namespace.TryGetString(out string? space) ? $"{space}/{view.DisplayName}" : view.DisplayName;

    private static IEnumerable<T> Once<T>(IEnumerable<T> views)
        where T : ObjectView => views
        .GroupBy(static view => (ObjectView.KindOf(view.Node), NameOf(view)))
        .Select(static group => group.First())
        .OrderBy(NameOf, StringComparer.Ordinal)
        .ThenBy(static view => ObjectView.KindOf(view.Node), StringComparer.Ordinal);
}
