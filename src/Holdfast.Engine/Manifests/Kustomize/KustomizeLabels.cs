using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>The labels and annotations of a kustomization: <c>labels</c>, <c>commonLabels</c>, <c>commonAnnotations</c>.</summary>
internal static class KustomizeLabels
{
    private static readonly string[] Workloads = ["Deployment", "StatefulSet", "ReplicaSet", "DaemonSet", "Job", "ReplicationController"];

    public static void Apply(MappingNode settings, List<MappingNode> objects)
    {
        if (settings["commonLabels"] is MappingNode common)
        {
            AddLabels(objects, common, selectors: true, templates: true);
        }

        foreach (MappingNode labels in settings["labels"].Mappings())
        {
            if (labels["pairs"] is MappingNode pairs)
            {
                bool selectors = labels["includeSelectors"].IsTrue();
                AddLabels(objects, pairs, selectors, selectors || labels["includeTemplates"].IsTrue());
            }
        }

        if (settings["commonAnnotations"] is MappingNode annotations)
        {
            for (int i = 0; i < objects.Count; i++)
            {
                objects[i] = Add(objects[i], "metadata/annotations", annotations, create: true);
                if (Workloads.Contains(ObjectView.KindOf(objects[i])))
                {
                    objects[i] = Add(objects[i], "spec/template/metadata/annotations", annotations, create: true);
                }
            }
        }
    }

    private static void AddLabels(List<MappingNode> objects, MappingNode pairs, bool selectors, bool templates)
    {
        for (int i = 0; i < objects.Count; i++)
        {
            MappingNode changed = Add(objects[i], "metadata/labels", pairs, create: true);
            string kind = ObjectView.KindOf(changed);
            if (templates && Workloads.Contains(kind))
            {
                changed = Add(changed, "spec/template/metadata/labels", pairs, create: true);
                changed = Add(changed, "spec/volumeClaimTemplates/metadata/labels", pairs, create: selectors && changed.At("spec", "volumeClaimTemplates") is SequenceNode);
            }

            if (selectors)
            {
                changed = kind switch
                {
                    "Service" or "ReplicationController" => Add(changed, "spec/selector", pairs, create: true),
                    "Deployment" or "StatefulSet" or "ReplicaSet" or "DaemonSet" => Add(changed, "spec/selector/matchLabels", pairs, create: true),
                    "PodDisruptionBudget" => Add(changed, "spec/selector/matchLabels", pairs, create: false),
                    "NetworkPolicy" => Add(changed, "spec/podSelector/matchLabels", pairs, create: false),
                    _ => changed,
                };
                foreach (string path in (string[])
                [
                    "spec/template/spec/affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
                    "spec/template/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
                    "spec/template/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
                    "spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
                    "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels",
                ])
                {
                    changed = Add(changed, path, pairs, create: false);
                }
            }

            objects[i] = changed;
        }
    }

    private static MappingNode Add(MappingNode node, string path, MappingNode pairs, bool create) => NodeEdit.Change(
        node,
        path,
        existing => pairs.Entries.Aggregate(existing as MappingNode ?? new MappingNode([]), static (all, pair) => NodeEdit.Set(all, pair.Key, pair.Value)),
        create);
}
