using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor RoleGroupRule = new(
        id: "HF1018",
        title: "A role grants nothing for a resource or verb that it names",
        messageFormat: "{0}, so '{1}' grants nothing for {2} (403); {3}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1018"));
}

/// <summary>HF1018: a role grants resources that its groups do not have, or verbs that no request has.</summary>
internal sealed class RoleGroupRule() : Rule(RuleDescriptors.RoleGroupRule)
{
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
        // A group of a cluster's own may have a resource of any name, and verbs too.
        string[] groups = [.. Texts(rule["apiGroups"])];
        if (groups.Length == 0
            || rule["apiGroups"] is not SequenceNode list
            || list.Items.Count != groups.Length
            || !groups.All(ApiResources.IsKnownGroup))
        {
            return;
        }

        string display = role.At("metadata", "name").TryGetString(out string? own) ? own : "?";
        string written = string.Join(" or ", groups.Select(static group => $"'{group}'"));
        foreach (ScalarNode resource in Scalars(rule["resources"]))
        {
            string name = resource.Text;
            if (ApiResources.GroupsOf(name) is not { } right)
            {
                if (name != "*" && ApiResources.NearResource(name, groups) is { } meant)
                {
                    context.Report(this, resource.Location, new RuleFinding($"The API group {written} has no resource '{name}'", display, "it", $"did you mean '{meant}'?"));
                }
            }
            else if (!groups.Intersect(right).Any())
            {
                if (!right.Any(group => granted.Contains((group, name)) || granted.Contains((group, "*"))) && !granted.Contains(("*", name)))
                {
                    context.Report(this, resource.Location, new RuleFinding(
                        $"'{name}' are in the API group '{right[0]}', not in {written}",
                        display,
                        "them",
                        groups.Length == 1 && Texts(rule["resources"]).All(other => OfGroup(other, right[0]))
                            ? Phrase.Of($"set `PolicyRule.apiGroups` to '{right[0]}'")
                            : Phrase.Of($"add a rule with `PolicyRule.apiGroups` '{right[0]}'")));
                }
            }
            else if (ObjectView.KindOf(role) == "Role" && ApiResources.IsOfCluster(name))
            {
                context.Report(this, resource.Location, new RuleFinding(
                    $"'{name}' belong to no namespace, and a Role is about one",
                    display,
                    "them",
                    "grant them by a ClusterRole and a ClusterRoleBinding"));
            }
        }

        CheckVerbs(rule, display, context);
    }

    private void CheckVerbs(MappingNode rule, string display, RuleContext context)
    {
        bool isOfNames = rule["resourceNames"] is SequenceNode { Items.Count: > 0 };
        foreach (ScalarNode verb in Scalars(rule["verbs"]))
        {
            if (!ApiResources.IsVerb(verb.Text))
            {
                context.Report(this, verb.Location, new RuleFinding(
                    $"No request has the verb '{verb.Text}'",
                    display,
                    "it",
                    ApiResources.NearVerb(verb.Text) is { } meant ? $"did you mean '{meant}'?" : "verbs are get, list, watch, create, update, patch, delete and deletecollection"));
            }
            else if (isOfNames && (verb.Text is "create" or "deletecollection") && Texts(rule["resources"]).All(static resource => resource.IndexOf('/') < 0))
            {
                context.Report(this, verb.Location, new RuleFinding(
                    $"A request with the verb '{verb.Text}' names no object that could be one of the names",
                    display,
                    "it",
                    Phrase.Of($"grant it by a rule without `PolicyRule.resourceNames`")));
            }
        }
    }

    private static bool OfGroup(string resource, string group) => ApiResources.GroupsOf(resource)?.Contains(group) == true;

    private static IEnumerable<ScalarNode> Scalars(ManifestNode? node) => (node as SequenceNode)?.Items.OfType<ScalarNode>() ?? [];

    private static IEnumerable<string> Texts(ManifestNode? node) => Scalars(node).Select(static scalar => scalar.Text);
}
