using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>Which mappings of a file are objects that rules can judge.</summary>
internal static class ManifestObjects
{
    /// <summary>Whether it says that it is a Kubernetes object; other YAML is not looked at.</summary>
    public static bool IsObject(MappingNode node) => node["apiVersion"] is ScalarNode && node["kind"] is ScalarNode;

    /// <summary>The object as the API server reads it: the group of Pods and Services has no name, so <c>/v1</c> is <c>v1</c> (1.36.2).</summary>
    public static MappingNode Normalize(MappingNode node) => node["apiVersion"].Is("/v1")
        ? NodeEdit.Set(node, "apiVersion", ScalarNode.String("v1", node["apiVersion"]!.Location))
        : node;

    /// <summary>Whether it is merged into another object, as it says itself.</summary>
    public static bool IsPatch(MappingNode node) => PatchDirective.AreIn(node);

    /// <summary>Whether it is an object and no part of one, such as kustomize merges into another.</summary>
    /// <param name="node">The object.</param>
    /// <param name="mayBePart">Whether patches are around, so that what lacks its main fields is taken for one.</param>
    /// <param name="isCreated">Whether it is known to be sent as it is, so that a selector is missing and not elsewhere.</param>
    public static bool IsComplete(MappingNode node, bool mayBePart = true, bool isCreated = false)
    {
        if (!IsObject(node) || IsPatch(node) || (node["metadata"] is null && (mayBePart || !FieldTable.Knows(node))))
        {
            return false;
        }

        string kind = ObjectView.KindOf(node);
        ManifestNode? spec = node["spec"];
        if (kind is not (StatefulSetView.Kind or DeploymentView.Kind) && !FieldTable.Knows(node))
        {
            return true;
        }

        ManifestNode? containers = kind switch
        {
            "Pod" => spec.At("containers"),
            "CronJob" => spec.At("jobTemplate", "spec", "template", "spec").At("containers"),
            _ => spec.At("template", "spec", "containers"),
        };
        return kind switch
        {
            StatefulSetView.Kind or DeploymentView.Kind or "DaemonSet" or "ReplicaSet" => mayBePart
                ? containers is not null && (spec.At("selector") is not null || isCreated || IsOfOldServer(node, kind))
                : !LooksLikePart(node),
            "Job" or "CronJob" or "Pod" or "ReplicationController" => !mayBePart || containers is not null,
            ServiceView.Kind => !mayBePart || spec.At("ports") is not null || spec.At("selector") is not null || spec.At("externalName") is not null || spec.At("clusterIP") is not null,
            AutoscalerView.Kind => !mayBePart || spec.At("scaleTargetRef") is not null,
            "Ingress" => !mayBePart || spec.At("rules") is not null || spec.At("defaultBackend") is not null,
            ClaimView.Kind => !mayBePart || spec is not null,
            "RoleBinding" or "ClusterRoleBinding" => !mayBePart || node["roleRef"] is not null,
            _ => true,
        };
    }

    /// <summary>
    /// Whether a workload, in files without any patch, still looks like a part of one: without a selector, and without what only
    /// a whole has, which are containers with images and labels.
    /// </summary>
    public static bool LooksLikePart(MappingNode node) =>
        ObjectView.KindOf(node) is StatefulSetView.Kind or DeploymentView.Kind or "DaemonSet" or "ReplicaSet"
        && node["spec"] is MappingNode spec
        && spec["selector"] is null
        && spec.At("template", "spec", "containers") is var containers and not ScalarNode
        && RemovedApis.Successor(ObjectView.ApiVersionOf(node), ObjectView.KindOf(node)) is var successor
        && !(successor is not null && containers.Mappings().Any() && containers.Mappings().All(static container => container["image"] is not null))
        && !IsOfOldServer(node, ObjectView.KindOf(node))
        && (spec.At("template", "metadata", "labels") is null || containers is not SequenceNode list || list.Mappings().Any(static container => container["image"] is null));

    /// <summary>Whether it is of a time when the server made the selector of the pods' labels, so manifests had none.</summary>
    private static bool IsOfOldServer(MappingNode node, string kind) =>
        RemovedApis.Successor(ObjectView.ApiVersionOf(node), kind) is not null && node.At("spec", "template", "metadata", "labels") is not null;
}
