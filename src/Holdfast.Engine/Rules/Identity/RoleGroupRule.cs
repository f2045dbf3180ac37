using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>HF1018: a role grants a resource in groups that do not have it.</summary>
internal sealed class RoleGroupRule : Rule
{
    private const string Apps = "apps";

    private const string Batch = "batch";

    private const string Networking = "networking.k8s.io";

    private const string Rbac = "rbac.authorization.k8s.io";

    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF1018",
        title: "A role names a resource in an API group that does not have it",
        messageFormat: "'{0}' are in the API group '{1}', not in {2}, so '{3}' grants nothing for them (403); {4}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1018"));

    /// <summary>
    /// The resources of Kubernetes' own groups that applications ask for (1.36, all versions that clusters of today serve); some are in two.
    /// </summary>
    private static readonly ImmutableDictionary<string, string[]> Groups = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["pods"] = ["", "metrics.k8s.io"],
        ["services"] = [""],
        ["endpoints"] = [""],
        ["configmaps"] = [""],
        ["secrets"] = [""],
        ["serviceaccounts"] = [""],
        ["persistentvolumeclaims"] = [""],
        ["persistentvolumes"] = [""],
        ["namespaces"] = [""],
        ["nodes"] = ["", "metrics.k8s.io"],
        ["events"] = ["", "events.k8s.io"],
        ["replicationcontrollers"] = [""],
        ["statefulsets"] = [Apps],
        ["deployments"] = [Apps],
        ["daemonsets"] = [Apps],
        ["replicasets"] = [Apps],
        ["controllerrevisions"] = [Apps],
        ["jobs"] = [Batch],
        ["cronjobs"] = [Batch],
        ["ingresses"] = [Networking],
        ["networkpolicies"] = [Networking],
        ["poddisruptionbudgets"] = ["policy"],
        ["horizontalpodautoscalers"] = ["autoscaling"],
        ["leases"] = ["coordination.k8s.io"],
        ["endpointslices"] = ["discovery.k8s.io"],
        ["roles"] = [Rbac],
        ["rolebindings"] = [Rbac],
        ["storageclasses"] = ["storage.k8s.io"],
        ["customresourcedefinitions"] = ["apiextensions.k8s.io"],
    }.ToImmutableDictionary();

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode role in manifests.Declared.Where(static node => ObjectView.KindOf(node) is "Role" or "ClusterRole"))
        {
            HashSet<(string, string)> granted = [.. role["rules"].Mappings().SelectMany(static rule => Texts(rule["apiGroups"]).SelectMany(group => Texts(rule["resources"]).Select(resource => (group, resource))))];
            foreach (MappingNode rule in role["rules"].Mappings())
            {
                Check(rule, role, granted, context);
            }
        }
    }

    private void Check(MappingNode rule, MappingNode role, HashSet<(string Group, string Resource)> granted, RuleContext context)
    {
        // A group of a cluster's own may have a resource of any name.
        string[] groups = [.. Texts(rule["apiGroups"])];
        if (groups.Length == 0
            || rule["apiGroups"] is not SequenceNode list
            || list.Items.Count != groups.Length
            || !groups.All(static group => Groups.Values.Any(known => known.Contains(group))))
        {
            return;
        }

        foreach (ScalarNode resource in (rule["resources"] as SequenceNode)?.Items.OfType<ScalarNode>() ?? [])
        {
            int slash = resource.Text.IndexOf('/');
            string name = slash < 0 ? resource.Text : resource.Text.Substring(0, slash);
            if (Groups.TryGetValue(name, out string[]? right)
                && !groups.Intersect(right).Any()
                && !right.Any(group => granted.Contains((group, resource.Text)) || granted.Contains((group, "*")))
                && !granted.Contains(("*", resource.Text)))
            {
                string display = role.At("metadata", "name").TryGetString(out string? own) ? own : "?";
                context.Report(this, resource.Location, new RuleFinding(
                    resource.Text,
                    right[0],
                    string.Join(" or ", groups.Select(static group => $"'{group}'")),
                    display,
                    groups.Length == 1 && Texts(rule["resources"]).All(other => OfGroup(other, right[0]))
                        ? Phrase.Of($"set `PolicyRule.apiGroups` to '{right[0]}'")
                        : Phrase.Of($"add a rule with `PolicyRule.apiGroups` '{right[0]}'")));
            }
        }
    }

    private static bool OfGroup(string resource, string group) => Groups.TryGetValue(resource.Split('/')[0], out string[]? groups) && groups.Contains(group);

    private static IEnumerable<string> Texts(ManifestNode? node) => node is SequenceNode sequence
        ? sequence.Items.OfType<ScalarNode>().Select(static scalar => scalar.Text)
        : [];
}
