using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>The namespace, prefix and suffix of a kustomization, and the names that refer to what is renamed.</summary>
internal static class KustomizeNames
{
    private static readonly string[] NeverRenamed = ["Namespace", "CustomResourceDefinition", "APIService"];

    private const string Pod = "spec/template/spec/";

    /// <summary>Which fields name objects of which kind.</summary>
    private static readonly (string Kind, string Path)[] References =
    [
        ("Service", "spec/serviceName"),
        ("PersistentVolumeClaim", Pod + "volumes/persistentVolumeClaim/claimName"),
        ("ConfigMap", Pod + "volumes/configMap/name"),
        ("ConfigMap", Pod + "volumes/projected/sources/configMap/name"),
        ("ConfigMap", Pod + "containers/env/valueFrom/configMapKeyRef/name"),
        ("ConfigMap", Pod + "containers/envFrom/configMapRef/name"),
        ("ConfigMap", Pod + "initContainers/env/valueFrom/configMapKeyRef/name"),
        ("ConfigMap", Pod + "initContainers/envFrom/configMapRef/name"),
        ("Secret", Pod + "volumes/secret/secretName"),
        ("Secret", Pod + "volumes/projected/sources/secret/name"),
        ("Secret", Pod + "containers/env/valueFrom/secretKeyRef/name"),
        ("Secret", Pod + "containers/envFrom/secretRef/name"),
        ("Secret", Pod + "initContainers/env/valueFrom/secretKeyRef/name"),
        ("Secret", Pod + "initContainers/envFrom/secretRef/name"),
        ("Secret", Pod + "imagePullSecrets/name"),
        ("ServiceAccount", Pod + "serviceAccountName"),
        ("PriorityClass", Pod + "priorityClassName"),
        ("StorageClass", "spec/volumeClaimTemplates/spec/storageClassName"),
        ("StorageClass", "spec/storageClassName"),
    ];

    public static void Apply(MappingNode settings, List<MappingNode> objects)
    {
        if (settings["namespace"] is { } @namespace)
        {
            for (int i = 0; i < objects.Count; i++)
            {
                if (ObjectView.Is(objects[i], "v1", "Namespace"))
                {
                    objects[i] = NodeEdit.Change(objects[i], "metadata/name", old => At(@namespace, old), create: true);
                }
                else if (!ClusterKinds.Contains(ObjectView.KindOf(objects[i])))
                {
                    objects[i] = NodeEdit.Change(objects[i], "metadata/namespace", old => At(@namespace, old), create: true);
                }
            }
        }

        string? prefix = settings["namePrefix"].TryGetString(out string? before) ? before : null;
        string? suffix = settings["nameSuffix"].TryGetString(out string? after) ? after : null;
        if (prefix is not null || suffix is not null)
        {
            Rename(objects, name => prefix + name + suffix);
        }
    }

    /// <summary>The names of namespaces are unknown in what only a kustomization elsewhere completes, and which may set a namespace.</summary>
    public static void ForgetNamespaces(List<MappingNode> objects)
    {
        for (int i = 0; i < objects.Count; i++)
        {
            if (ObjectView.Is(objects[i], "v1", "Namespace"))
            {
                objects[i] = NodeEdit.Change(objects[i], "metadata/name", static old => new UnknownNode(old?.Location ?? default));
            }
        }
    }

    private static void Rename(List<MappingNode> objects, Func<string, string> rename)
    {
        HashSet<(string Kind, string Name)> renamed = [];
        for (int i = 0; i < objects.Count; i++)
        {
            string kind = ObjectView.KindOf(objects[i]);
            if (NeverRenamed.Contains(kind) || !objects[i].At("metadata", "name").TryGetString(out string? name))
            {
                continue;
            }

            renamed.Add((kind, name));
            objects[i] = NodeEdit.Change(objects[i], "metadata/name", Renamed);
        }

        for (int i = 0; i < objects.Count; i++)
        {
            foreach ((string kind, string path) in References)
            {
                objects[i] = NodeEdit.Change(objects[i], path, node => node.TryGetString(out string? name) && renamed.Contains((kind, name)) ? Renamed(node) : node);
            }

            if (objects[i].At("spec", "scaleTargetRef", "kind").TryGetString(out string? target))
            {
                objects[i] = NodeEdit.Change(objects[i], "spec/scaleTargetRef/name", node => node.TryGetString(out string? name) && renamed.Contains((target, name)) ? Renamed(node) : node);
            }
        }

        ManifestNode? Renamed(ManifestNode? node) => node.TryGetString(out string? name) ? ScalarNode.String(rename(name), node!.Location) : node;
    }

    /// <summary>A value of the kustomization's at the place where the object says its own, if it does.</summary>
    private static ManifestNode At(ManifestNode value, ManifestNode? old) =>
        old is not null && value.TryGetString(out string? text) ? ScalarNode.String(text, old.Location) : value;
}
