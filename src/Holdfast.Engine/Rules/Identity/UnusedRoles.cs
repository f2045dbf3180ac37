using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>
/// Roles that no binding names, where pods use an account that is for the same thing and that no binding names either. Bindings of other folders
/// count, as overlays have them.
/// </summary>
internal static class UnusedRoles
{
    private const string Role = "Role";

    /// <param name="manifests">The objects.</param>
    /// <returns>The role, the pods that use the account, and the account.</returns>
    public static IEnumerable<(ObjectView Role, PodOwnerView Owner, string Account)> In(ManifestSet manifests)
    {
        PlainView[] roles = [.. manifests.Declared.Where(static node => ObjectView.KindOf(node) == Role).Select(static node => new PlainView(node))];
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

        foreach (PlainView role in roles)
        {
            if (!role.Name.TryGetString(out string? name) || bindings.Any(binding => binding.At("roleRef", "name").Is(name)) || known.Any(node => CustomResources.MayMake(node, name)))
            {
                continue;
            }

            foreach (PodOwnerView owner in manifests.PodOwners.Where(owner => !owner.IsApartFrom(role)))
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

    /// <summary>Whether a role has the name of an account or a workload, with a word about what it is.</summary>
    private static bool IsFor(string role, string name) =>
        role == name || role.StartsWith(name + "-", StringComparison.Ordinal) || role.EndsWith("-" + name, StringComparison.Ordinal);

    /// <summary>Whether pods get a token, without which a role is of no use to them.</summary>
    private static bool AsksServer(ManifestNode? node) => node.At("automountServiceAccountToken") is null or ScalarNode { Text: "true" };

    private static bool IsKnown(ManifestNode? subjects) => subjects is null
        || (subjects is SequenceNode list && list.Items.All(static subject => subject is MappingNode { IsOpen: false } && subject.At("kind") is ScalarNode && subject.At("name") is ScalarNode));
}
