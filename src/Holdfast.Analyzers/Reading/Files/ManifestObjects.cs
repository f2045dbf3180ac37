using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Model.Fields;

namespace Holdfast.Analyzers.Reading.Files;

/// <summary>Which mappings of a file are objects that rules can judge.</summary>
internal static class ManifestObjects
{
    /// <summary>Whether it says that it is a Kubernetes object; other YAML is nobody's business here.</summary>
    public static bool IsObject(MappingNode node) => node["apiVersion"] is ScalarNode && node["kind"] is ScalarNode;

    /// <summary>The object as the API server reads it: the group of Pods and Services has no name, so <c>/v1</c> is <c>v1</c> (1.36.2).</summary>
    public static MappingNode Normalize(MappingNode node) => node["apiVersion"].Is("/v1")
        ? node.With(node.Entries.Select(static entry => entry.Key == "apiVersion" ? new MappingEntry(entry.Key, ScalarNode.String("v1", entry.Value.Origin), entry.KeyOrigin) : entry))
        : node;

    /// <summary>Whether it is merged into another object, as it says itself.</summary>
    public static bool IsPatch(MappingNode node) => PatchDirective.AreIn(node);

    /// <summary>Whether it is an object and no part of one, such as kustomize merges into another.</summary>
    public static bool IsComplete(MappingNode node)
    {
        if (!IsObject(node) || node["metadata"] is null || IsPatch(node))
        {
            return false;
        }

        string kind = ObjectView.KindOf(node);
        return kind is not (StatefulSetView.Kind or DeploymentView.Kind)
            || (node.At("spec", "template", "spec", "containers") is not null
                && (node.At("spec", "selector") is not null || IsOfOldServer(node, kind)));
    }

    /// <summary>Whether it is of a time when the server made the selector of the pods' labels: nobody wrote one then.</summary>
    private static bool IsOfOldServer(MappingNode node, string kind) =>
        RemovedApis.Successor(ObjectView.ApiVersionOf(node), kind) is not null && node.At("spec", "template", "metadata", "labels") is not null;
}
