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

        HashSet<string> bound = TextsOf(bindings.Select(static binding => binding.At("roleRef", "name")));
        if (CustomResources.TextsOf(known) is not { } made || Waiting(manifests, bindings) is not { Count: > 0 } waiting)
        {
            yield break;
        }

        bool isBoundHere = manifests.Declared.Any(RoleBindings.Include);
        MappingNode[] combined = [.. known.Where(static node => ObjectView.KindOf(node) == ClusterRole && node["aggregationRule"] is not null)];
        foreach (PlainView role in roles)
        {
            bool isOfCluster = ObjectView.KindOf(role.Node) == ClusterRole;
            if ((isOfCluster && (!isBoundHere || MayBePart(role.Node, combined))) || !role.Name.TryGetString(out string? name) || bound.Contains(name) || made.Contains(name))
            {
                continue;
            }

            // The first of them in the order of the files.
            WaitingPods? first = null;
            foreach (string meant in MeantBy(name))
            {
                if (waiting.TryGetValue(meant, out List<WaitingPods>? named)
                    && named.Find(pods => isOfCluster || !pods.Owner.IsApartFrom(role)) is { } found
                    && (first is null || found.Order < first.Order))
                {
                    first = found;
                }
            }

            if (first is not null)
            {
                yield return (role, first.Owner, first.Account);
            }
        }
    }

    /// <summary>The pods that use an account which is declared and which no binding names, by the names that a role for them may have.</summary>
    private static Dictionary<string, List<WaitingPods>> Waiting(ManifestSet manifests, MappingNode[] bindings)
    {
        var waiting = new Dictionary<string, List<WaitingPods>>(StringComparer.Ordinal);
        MappingNode[] subjects = [.. bindings.SelectMany(static binding => binding["subjects"].Mappings())];
        if (subjects.Any(static subject => subject["kind"].Is("Group")))
        {
            return waiting;
        }

        HashSet<string> bound = TextsOf(subjects.Select(static subject => subject["name"]));
        HashSet<string> accounts = TextsOf(manifests.Declared
            .Where(static node => ObjectView.KindOf(node) == "ServiceAccount" && AsksServer(node))
            .Select(static node => node.At("metadata", "name")));
        int order = 0;
        foreach (PodOwnerView owner in manifests.PodOwners)
        {
            if (owner.PodSpec.At("serviceAccountName").TryGetString(out string? account) && AsksServer(owner.PodSpec) && accounts.Contains(account) && !bound.Contains(account))
            {
                var pods = new WaitingPods(owner, account, order++);
                Add(account, pods);
                if (owner.DisplayName != account)
                {
                    Add(owner.DisplayName, pods);
                }
            }
        }

        return waiting;

        void Add(string name, WaitingPods pods)
        {
            if (!waiting.TryGetValue(name, out List<WaitingPods>? named))
            {
                waiting.Add(name, named = []);
            }

            named.Add(pods);
        }
    }

    private static HashSet<string> TextsOf(IEnumerable<ManifestNode?> nodes)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (ManifestNode? node in nodes)
        {
            if (node.TryGetString(out string? text))
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>What a role may be for by its name: an account or a workload, with a word before or after it that says what it is.</summary>
    private static IEnumerable<string> MeantBy(string role)
    {
        yield return role;
        for (int dash = role.IndexOf('-'); dash >= 0; dash = role.IndexOf('-', dash + 1))
        {
            yield return role.Substring(0, dash);
            yield return role.Substring(dash + 1);
        }
    }

    /// <summary>Whether a ClusterRole is made of others, or may be one of those that another is made of.</summary>
    /// <param name="role">The ClusterRole.</param>
    /// <param name="combined">All ClusterRoles that are made of others.</param>
    private static bool MayBePart(MappingNode role, MappingNode[] combined)
    {
        ManifestNode? labels = role.At("metadata", "labels");
        return role["aggregationRule"] is not null
            || labels is UnknownNode or MappingNode { IsOpen: true }
            || (labels is MappingNode own && own.Entries.Any(static label => label.Key.IndexOf(Aggregate, StringComparison.Ordinal) >= 0))
            || (labels is not null && combined.Any(node => node.At("aggregationRule", "clusterRoleSelectors") is not SequenceNode selectors
                || selectors.Items.Any(selector => LabelSelector.Selects(selector, labels) != false)));
    }

    /// <summary>Whether pods get a token, without which a role is of no use to them.</summary>
    private static bool AsksServer(ManifestNode? node) => node.At("automountServiceAccountToken") is null or ScalarNode { Text: "true" };

    private static bool IsKnown(ManifestNode? subjects) => subjects is null
        || (subjects is SequenceNode list && list.Items.All(static subject => subject is MappingNode { IsOpen: false } && subject.At("kind") is ScalarNode && subject.At("name") is ScalarNode));

    /// <summary>Pods whose account nothing gives rights to.</summary>
    /// <param name="Owner">What makes them.</param>
    /// <param name="Account">The account.</param>
    /// <param name="Order">Their place among the others.</param>
    private sealed record WaitingPods(PodOwnerView Owner, string Account, int Order);
}
