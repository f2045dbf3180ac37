using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>
/// A Role and the RoleBinding that gives it to the account of one workload. Both have the workload's name, since those of <c>[Allow]</c> do; a
/// role of another name stays as it is, beside the type.
/// </summary>
internal static class RightsImport
{
    /// <summary>Whether a binding gives a Role of the workload's name to its account and to nothing else.</summary>
    public static bool Binds(MappingNode binding, ImportGroup group)
    {
        MappingNode[] subjects = [.. binding["subjects"].Mappings()];
        return ImportGroup.NameOf(binding) == group.Name
            && binding.At("roleRef", "kind").Is(RoleComposer.Kind)
            && binding.At("roleRef", "name").Is(group.Name)
            && subjects.Length == 1
            && subjects[0]["kind"].Is(ServiceAccountComposer.Kind)
            && subjects[0]["name"].TryGetString(out string? account)
            && group.Pod["serviceAccountName"].Is(account)
            && (subjects[0]["namespace"] is null || subjects[0]["namespace"].Is(group.Namespace ?? string.Empty))

            // Pods with an account that is there already would get its token for certain, which the original does not say.
            && (group.ServiceAccount is not null || group.Pod["automountServiceAccountToken"].IsTrue());
    }

    /// <summary>The attributes that make the same rules; null where none do.</summary>
    public static IReadOnlyList<AllowDeclaration>? Of(MappingNode role)
    {
        MappingNode[] rules = [.. role["rules"].Mappings()];
        AllowDeclaration?[] allows = [.. rules.Select(Rule)];
        return allows.Length > 0 && !allows.Contains(null) ? [.. allows.OfType<AllowDeclaration>()] : null;
    }

    private static AllowDeclaration? Rule(MappingNode rule)
    {
        if (rule.Entries.Any(static entry => entry.Key is not ("apiGroups" or "resources" or "resourceNames" or "verbs"))
            || Words(rule["apiGroups"]) is not [{ } group]
            || Words(rule["resources"]) is not { Length: > 0 } resources
            || Words(rule["verbs"]) is not { Length: > 0 } verbs
            || (rule["resourceNames"] is not null && Words(rule["resourceNames"]) is null)
            || resources.Concat(verbs).Any(static word => AllowDeclaration.Words(word).Length != 1))
        {
            return null;
        }

        return new AllowDeclaration(
            Said.Of(string.Join(" ", verbs)),
            Said.Of(string.Join(" ", resources)),
            default,
            resources.All(resource => ApiResources.GroupsOf(resource)?[0] == group) ? default : Said.Of(group),
            rule["resourceNames"] is null ? default : Said.Texts(rule["resourceNames"]));
    }

    private static string[]? Words(ManifestNode? node) =>
        node is SequenceNode sequence && sequence.Items.All(static item => item.TryGetString(out _))
            ? [.. sequence.Items.Select(static item => item.TryGetString(out string? text) ? text : string.Empty)]
            : null;
}
