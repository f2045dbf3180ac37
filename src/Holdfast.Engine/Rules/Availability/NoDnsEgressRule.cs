using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NoDnsEgressRule = new(
        id: "HF5021",
        title: "A network policy lets no DNS queries out",
        messageFormat: "The NetworkPolicy '{0}' lets {1} out of the pods of '{2}', which use names such as '{3}', so no name resolves in them; allow port 53 with UDP and TCP in a rule of its egress",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A policy that restricts egress allows nothing but its rules. Queries to the cluster's DNS are traffic as all other.",
        helpLinkUri: HelpLink.For("HF5021"));
}

/// <summary>HF5021: network policies that let pods send, and not ask DNS for the names that they send to.</summary>
internal sealed class NoDnsEgressRule() : Rule(RuleDescriptors.NoDnsEgressRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        // A policy that is elsewhere may allow what this one does not; so may those of other controllers.
        NetworkPolicyView[] policies = [.. manifests.NetworkPolicies.Where(static policy => policy.RestrictsEgress == true && policy.Egress is SequenceNode { Items.Count: > 0 })];
        if (policies.Length == 0 || manifests.IsOpen || manifests.Declared.Concat(manifests.Existing).Any(IsOfAnotherController))
        {
            return;
        }

        foreach (NetworkPolicyView policy in policies)
        {
            if (DnsEgress.Of(policy).Udp)
            {
                continue;
            }

            foreach (PodOwnerView owner in new ListedViews<PodOwnerView>(manifests.PodOwners))
            {
                if (policy.IsFor(owner) == true && !IsElsewhereOnNetwork(owner) && LookedUpNames.First(owner, manifests) is { } name)
                {
                    DnsEgress open = manifests.KnownNetworkPolicies.Where(other => other.IsFor(owner) != false)
                        .Aggregate(default(DnsEgress), static (all, other) => all | DnsEgress.Of(other));
                    if (!open.Udp)
                    {
                        context.Report(this, PlaceOf(policy), new RuleFinding(
                            policy.DisplayName, open.Tcp ? "DNS queries by TCP only (the protocol where none is set)" : "no DNS queries", owner.DisplayName, name));
                        break;
                    }
                }
            }
        }
    }

    private static Location? PlaceOf(NetworkPolicyView policy) =>
        (policy.Node["spec"] as MappingNode)?.Entry("egress")?.KeyLocation ?? policy.Egress!.Locations().FirstOrDefault();

    /// <summary>Whether policies are not for its pods, or they look names up in another way.</summary>
    private static bool IsElsewhereOnNetwork(PodOwnerView owner) =>
        owner.PodSpec.At("hostNetwork") is not (null or ScalarNode { Text: "false" }) || !owner.PodSpec.At("hostAliases").IsAbsent();

    private static bool IsOfAnotherController(MappingNode node) => ObjectView.KindOf(node).EndsWith("NetworkPolicy", StringComparison.Ordinal)
        && !ObjectView.Is(node, NetworkPolicyView.ApiVersion, NetworkPolicyView.Kind);
}
