using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>
/// Roles and ClusterRoles that no binding names, where pods use an account that is for the same thing and that no binding names either. Bindings of other folders
/// count, as overlays have them. A ClusterRole may be bound wherever the cluster is set up, so bindings have to be beside it, and it may be a part of another one.
/// </summary>
internal static class UnusedRoles
{
    private const string Role = "Role";

    private const string ClusterRole = "ClusterRole";

    /// <summary>Labels by which controllers add the rules of one ClusterRole to another, such as <c>rbac.authorization.k8s.io/aggregate-to-view</c>.</summary>
    private const string Aggregate = "aggregate-to-";

    /// <param name="manifests">The objects.</param>
    /// <returns>The role, the pods that use the account, and the account.</returns>
    public static IEnumerable<(ObjectView Role, PodOwnerView Owner, string Account)> In(ManifestSet manifests)
    {
        PlainView[] roles = [.. manifests.Declared.Where(static node => ObjectView.KindOf(node) is Role or ClusterRole).Select(static node => new PlainView(node))];
        if (manifests.IsOpen || roles.Length == 0)
        {
            yield break;
        }

        MappingNode[] known = [.. manifests.Declared.Concat(manifests.Existing)];
        MappingNode[] bindings = [.. known.Where(RoleBindings.Include)];
        if (bindings.Any(static binding => binding.At("roleRef", "name") is not ScalarNode || !IsKnown(binding["subjects"])))
        {
            yield break;
        }

        bool isBoundHere = manifests.Declared.Any(RoleBindings.Include);
        foreach (PlainView role in roles)
        {
            bool isOfCluster = ObjectView.KindOf(role.Node) == ClusterRole;
            if (isOfCluster && (!isBoundHere || MayBePart(role.Node, known)))
            {
                continue;
            }

            if (!role.Name.TryGetString(out string? name) || bindings.Any(binding => binding.At("roleRef", "name").Is(name)) || known.Any(node => CustomResources.MayMake(node, name)))
            {
                continue;
            }

            foreach (PodOwnerView owner in manifests.PodOwners.Where(owner => isOfCluster || !owner.IsApartFrom(role)))
            {
                if (owner.PodSpec.At("serviceAccountName").TryGetString(out string? account)
                    && (IsFor(name, account) || IsFor(name, owner.DisplayName))
                    && AsksServer(owner.PodSpec)
                    && manifests.Declared.Any(node => ObjectView.KindOf(node) == "ServiceAccount" && node.At("metadata", "name").Is(account) && AsksServer(node))
                    && !bindings.Any(binding => binding["subjects"].Mappings().Any(subject => subject["name"].Is(account) || subject["kind"].Is("Group"))))
                {
                    yield return (role, owner, account);
                    break;
                }
            }
        }
    }

    /// <summary>Whether a ClusterRole is made of others, or may be one of those that another is made of.</summary>
    private static bool MayBePart(MappingNode role, IEnumerable<MappingNode> known)
    {
        ManifestNode? labels = role.At("metadata", "labels");
        return role["aggregationRule"] is not null
            || labels is UnknownNode or MappingNode { IsOpen: true }
            || (labels is MappingNode own && own.Entries.Any(static label => label.Key.IndexOf(Aggregate, StringComparison.Ordinal) >= 0))
            || (labels is not null && known.Any(node => ObjectView.KindOf(node) == ClusterRole && node["aggregationRule"] is { } rule
                && (rule.At("clusterRoleSelectors") is not SequenceNode selectors || selectors.Items.Any(selector => LabelSelector.Selects(selector, labels) != false))));
    }

    /// <summary>Whether a role has the name of an account or a workload, with a word about what it is.</summary>
    private static bool IsFor(string role, string name) =>
        role == name || role.StartsWith(name + "-", StringComparison.Ordinal) || role.EndsWith("-" + name, StringComparison.Ordinal);

    /// <summary>Whether pods get a token, without which a role is of no use to them.</summary>
    private static bool AsksServer(ManifestNode? node) => node.At("automountServiceAccountToken") is null or ScalarNode { Text: "true" };

    private static bool IsKnown(ManifestNode? subjects) => subjects is null
        || (subjects is SequenceNode list && list.Items.All(static subject => subject is MappingNode { IsOpen: false } && subject.At("kind") is ScalarNode && subject.At("name") is ScalarNode));
}
