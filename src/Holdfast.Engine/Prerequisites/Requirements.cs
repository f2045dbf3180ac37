using System.Collections.Immutable;
using Holdfast.Engine.Model.References;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Prerequisites;

/// <summary>
/// What must be in a cluster before objects are applied: what they refer to and none of them is. It reads objects as they are applied, so
/// patches and further objects count.
/// </summary>
internal static class Requirements
{
    private const string Gateway = "Gateway";

    private const string Definition = "CustomResourceDefinition";

    private const string Account = "ServiceAccount";

    /// <summary>What each cluster has.</summary>
    private static bool IsAlwaysThere(string kind, string name) => kind switch
    {
        "Namespace" => name is "default" or "kube-system" or "kube-public" or "kube-node-lease",
        Account => name == "default",
        "PriorityClass" => name is "system-cluster-critical" or "system-node-critical",
        "ClusterRole" => name is "admin" or "cluster-admin" or "edit" or "view",
        ConfigMapView.Kind => name == "kube-root-ca.crt",
        _ => false,
    };

    /// <summary>Sorted by kind, namespace and name.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="others">What is made beside them.</param>
    public static ImmutableArray<Requirement> Of(ImmutableArray<MappingNode> objects, MadeIndex others)
    {
        // Most applications refer to little but themselves, as a set does to its Service, and then nothing is sorted.
        List<Requirement>? named = null;
        MadeObject[]? made = null;
        foreach (MappingNode node in objects)
        {
            foreach (Requirement requirement in In(node))
            {
                if (IsNamed(requirement) && !IsMet(requirement, made ??= [.. Made(objects)]))
                {
                    (named ??= []).Add(requirement);
                }
            }
        }

        if (named is null)
        {
            return [];
        }

        return
        [
            .. named
                .Where(requirement => !others.Meets(requirement))
                .GroupBy(static requirement => (requirement.Kind, requirement.Namespace, requirement.Name))
                .Select(static same => new Requirement(
                    same.Key.Kind,
                    same.Key.Name,
                    same.Key.Namespace,
                    same.SelectMany(static requirement => requirement.Keys).Distinct(StringComparer.Ordinal).OrderBy(static key => key, StringComparer.Ordinal).ToEquatableArray(),
                    same.All(static requirement => requirement.IsOptional)))
                .OrderBy(static requirement => requirement.Kind, StringComparer.Ordinal)
                .ThenBy(static requirement => requirement.Namespace ?? string.Empty, StringComparer.Ordinal)
                .ThenBy(static requirement => requirement.Name, StringComparer.Ordinal),
        ];
    }

    private static bool IsMet(Requirement requirement, MadeObject[] made)
    {
        foreach (MadeObject other in made)
        {
            if (other.Meets(requirement))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(Requirement requirement)
    {
        foreach (char c in requirement.Name)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return requirement.Name.Length > 0
            && !IsAlwaysThere(requirement.Kind, requirement.Name)
            && !requirement.Name.StartsWith("system:", StringComparison.Ordinal);
    }

    /// <summary>What of objects can be what others refer to.</summary>
    public static List<MadeObject> Made(ImmutableArray<MappingNode> objects)
    {
        var found = new List<MadeObject>();
        foreach (MappingNode node in objects)
        {
            var view = new PlainView(node);
            if (view.Name.TryGetString(out string? name))
            {
                found.Add(new MadeObject(ObjectView.KindOf(node), name, NamespaceOf(view)));
                foreach (MappingNode template in node.At("spec", "volumeClaimTemplates").Mappings())
                {
                    if (template.At("metadata", "name").TryGetString(out string? claim))
                    {
                        found.Add(new MadeObject(ClaimView.Kind, $"{claim}-{name}-*", NamespaceOf(view)));
                    }
                }
            }
        }

        return found;
    }

    private static List<Requirement> In(MappingNode node)
    {
        var found = new List<Requirement>();
        ObjectView view = PodOwnerView.Of(node) ?? (ObjectView)new PlainView(node);
        string? space = NamespaceOf(view);
        if (space is not null)
        {
            found.Add(Of("Namespace", space, null));
        }

        string group = ApiGroups.Of(ObjectView.ApiVersionOf(node));
        if (ApiGroups.IsCustom(group))
        {
            found.Add(Of(Definition, ApiGroups.Plural(ObjectView.KindOf(node)) + "." + group, null));
        }

        // A controller for certificates makes it where the Ingress asks for one.
        bool makesCertificates = view.Node.At("metadata", "annotations") is MappingNode annotations
            && annotations.Entries.Any(static entry => entry.Key.StartsWith("cert-manager.io/", StringComparison.Ordinal) || entry.Key == "kubernetes.io/tls-acme");
        bool isIngress = ObjectView.KindOf(node) == "Ingress";
        foreach (ObjectReference reference in ObjectReference.In(node))
        {
            bool isCertificate = isIngress && reference.Kind == SecretView.Kind;
            if (reference.Name.TryGetString(out string? name) && !(isCertificate && makesCertificates))
            {
                bool isOfCluster = ClusterKinds.Contains(reference.Kind);
                found.Add(new Requirement(
                    reference.Kind,
                    name,
                    isOfCluster ? null : space,
                    isCertificate ? Keys("tls.crt", "tls.key") : IsPullSecret(reference, view) ? Keys(".dockerconfigjson") : default,
                    reference.IsOptional && !isCertificate));
            }
        }

        foreach (Requirement requirement in view is PodOwnerView owner ? OfPods(owner, space) : OfOthers(node, space))
        {
            found.Add(requirement);
        }

        return found;
    }

    private static List<Requirement> OfPods(PodOwnerView owner, string? space)
    {
        var found = new List<Requirement>();
        foreach (KeyReference key in KeyReference.In(owner))
        {
            found.Add(new Requirement(key.Kind, key.Object, space, Keys(key.IsPath ? key.Key.Split('/')[0] : key.Key), key.IsOptional));
        }

        ManifestNode? pod = owner.PodSpec;
        found.Add(Of("PriorityClass", pod.At("priorityClassName"), null));
        found.Add(Of("RuntimeClass", pod.At("runtimeClassName"), null));
        foreach (MappingNode volume in owner.Volumes)
        {
            found.Add(Of(SecretView.Kind, volume.At("csi", "nodePublishSecretRef", "name"), space));
        }

        if (owner is StatefulSetView set)
        {
            found.Add(Of(ServiceView.Kind, set.ServiceName, space));
        }

        IEnumerable<ManifestNode?> claims = owner.ClaimTemplates.Select(static template => template["spec"])
            .Concat(owner.Volumes.Select(static volume => volume.At("ephemeral", "volumeClaimTemplate", "spec")));
        foreach (Requirement requirement in claims.SelectMany(OfClaim))
        {
            found.Add(requirement);
        }

        return found;
    }

    private static IEnumerable<Requirement> OfClaim(ManifestNode? spec) =>
        [Of("StorageClass", spec.At("storageClassName"), null), Of("VolumeAttributesClass", spec.At("volumeAttributesClassName"), null)];

    private static IEnumerable<Requirement> OfOthers(MappingNode node, string? space)
    {
        if (ObjectView.KindOf(node) == ClaimView.Kind)
        {
            return OfClaim(node["spec"]);
        }

        // All routes of the Gateway API name their Gateways alike.
        return ApiGroups.Of(ObjectView.ApiVersionOf(node)) == "gateway.networking.k8s.io"
            ? node.At("spec", "parentRefs").Mappings()
                .Where(static parent => parent["kind"] is null || parent["kind"].Is(Gateway))
                .Select(parent => Of(Gateway, parent["name"], parent["namespace"].TryGetString(out string? other) ? other : space))
            : [Of("IngressClass", node.At("spec", "ingressClassName"), null)];
    }

    private static bool IsPullSecret(ObjectReference reference, ObjectView view) =>
        view is PodOwnerView owner && owner.PodSpec.At("imagePullSecrets").Mappings().Any(secret => ReferenceEquals(secret["name"], reference.Name));

    private static string? NamespaceOf(ObjectView view) => view.Namespace.TryGetString(out string? name) ? name : null;

    /// <summary>Without a name where none is known.</summary>
    private static Requirement Of(string kind, ManifestNode? name, string? space) =>
        Of(kind, name.TryGetString(out string? text) ? text : string.Empty, space);

    private static Requirement Of(string kind, string name, string? space) => new(kind, name, space, default, IsOptional: false);

    private static EquatableArray<string> Keys(params string[] keys) => new([.. keys]);
}
