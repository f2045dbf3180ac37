using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Model.References;

/// <summary>A field that names another object of the same namespace, or of none.</summary>
/// <param name="Kind">The kind of the object that is named.</param>
/// <param name="Name">The field.</param>
/// <param name="From">The object that has the field.</param>
internal sealed record ObjectReference(string Kind, ManifestNode? Name, ObjectView From)
{
    /// <summary>Whether pods start without the object.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is the secret of a registry, by which images are pulled.</summary>
    public bool IsOfImages { get; init; }

    /// <summary>What an object refers to, with each place.</summary>
    public static IEnumerable<ObjectReference> In(MappingNode node)
    {
        if (PodOwnerView.Of(node) is { } owner)
        {
            return OfPods(owner);
        }

        var view = new PlainView(node);
        return ObjectView.KindOf(node) switch
        {
            "Ingress" => OfIngress(view),

            // The token of an old account is made by a controller.
            "ServiceAccount" => new[] { node["secrets"], node["imagePullSecrets"] }.SelectMany(static list => list.Mappings())
                .Select(secret => new ObjectReference(SecretView.Kind, secret["name"], view) { IsOptional = true }),
            "RoleBinding" or "ClusterRoleBinding" when node.At("roleRef", "kind").TryGetString(out string? kind) => [new ObjectReference(kind, node.At("roleRef", "name"), view)],
            AutoscalerView.Kind when node.At("spec", "scaleTargetRef", "kind").TryGetString(out string? kind) => [new ObjectReference(kind, node.At("spec", "scaleTargetRef", "name"), view)],
            _ => [],
        };
    }

    private static List<ObjectReference> OfPods(PodOwnerView owner)
    {
        var found = new List<ObjectReference>();
        ManifestNode? pod = owner.PodSpec;
        found.Add(new ObjectReference("ServiceAccount", pod.At("serviceAccountName"), owner));
        foreach (MappingNode secret in pod.At("imagePullSecrets").Mappings())
        {
            found.Add(new ObjectReference(SecretView.Kind, secret["name"], owner) { IsOfImages = true });
        }

        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode variable in container["env"].Mappings())
            {
                if (variable["valueFrom"] is not MappingNode source)
                {
                    continue;
                }

                Add(ConfigMapView.Kind, source["configMapKeyRef"], "name");
                Add(SecretView.Kind, source["secretKeyRef"], "name");
            }

            foreach (MappingNode source in container["envFrom"].Mappings())
            {
                Add(ConfigMapView.Kind, source["configMapRef"], "name");
                Add(SecretView.Kind, source["secretRef"], "name");
            }
        }

        foreach (MappingNode volume in owner.Volumes)
        {
            Add(ConfigMapView.Kind, volume["configMap"], "name");
            Add(SecretView.Kind, volume["secret"], "secretName");
            Add(ClaimView.Kind, volume["persistentVolumeClaim"], "claimName");
            foreach (MappingNode source in volume.At("projected", "sources").Mappings())
            {
                Add(ConfigMapView.Kind, source["configMap"], "name");
                Add(SecretView.Kind, source["secret"], "name");
            }
        }

        return found;

        void Add(string kind, ManifestNode? source, string field)
        {
            // A variable or volume of another source names nothing.
            if (source.At(field) is { } name)
            {
                found.Add(new ObjectReference(kind, name, owner) { IsOptional = source.At("optional").IsTrue() });
            }
        }
    }

    private static IEnumerable<ObjectReference> OfIngress(ObjectView ingress)
    {
        foreach (MappingNode tls in ingress.Node.At("spec", "tls").Mappings())
        {
            // A controller for certificates makes it.
            yield return new ObjectReference(SecretView.Kind, tls["secretName"], ingress) { IsOptional = true };
        }

        foreach (MappingNode backend in BackendsOf(ingress.Node))
        {
            yield return new ObjectReference(ServiceView.Kind, backend["name"], ingress);
        }
    }

    /// <summary>The Services of an Ingress, each with its port.</summary>
    public static IEnumerable<MappingNode> BackendsOf(MappingNode ingress) => ingress.At("spec", "rules").Mappings()
        .SelectMany(static rule => rule.At("http", "paths").Mappings())
        .Select(static path => path.At("backend", "service"))
        .Append(ingress.At("spec", "defaultBackend", "service"))
        .OfType<MappingNode>();
}
