using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor IdleSelectorRule = new(
        id: "HF1016",
        title: "A selector matches no pods",
        messageFormat: "{0} selects pods with '{1}', which no pod has, so {2}; {3}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API server accepts a selector that matches nothing. A Service has no endpoints then, and a network policy protects or admits no pod.",
        helpLinkUri: HelpLink.For("HF1016"),
        customTags: Fixes.ReplaceText);
}

/// <summary>
/// HF1016: a Service or a NetworkPolicy that selects no pods. Pods may be made elsewhere, so it is one only where those of a known object are
/// meant: by a label that is nearly one of theirs, by one more than they have, or by the name of the Service.
/// </summary>
internal sealed class IdleSelectorRule() : Rule(RuleDescriptors.IdleSelectorRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        HashSet<string>? governing = null;
        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
        {
            // Which pods a governing Service should select is known, and HF1005 compares them.
            if (service.Selector is MappingNode { Entries.Count: > 0 } && !(governing ??= Governing(manifests)).Contains(service.DisplayName))
            {
                Judge(service.Selector, service, $"The Service '{service.DisplayName}'", "it has no endpoints and connections fail");
            }
        }

        foreach (NetworkPolicyView policy in new ListedViews<NetworkPolicyView>(manifests.NetworkPolicies))
        {
            Judge(policy.Node.At("spec", "podSelector", "matchLabels"), policy, $"The NetworkPolicy '{policy.DisplayName}'", "it protects none");
            foreach (MappingNode other in policy.Others.Where(static other => other["namespaceSelector"] is null))
            {
                Judge(other.At("podSelector", "matchLabels"), policy, $"A rule of the NetworkPolicy '{policy.DisplayName}'", "it allows no traffic");
            }
        }

        void Judge(ManifestNode? selector, ObjectView holder, string what, string consequence)
        {
            if (manifests.IsOpen || selector is not MappingNode { Entries.Count: > 0 } wanted || IsSelected(wanted))
            {
                return;
            }

            // What is near is looked for beside it first, which costs less than a look at all that is known.
            IEnumerable<PodOwnerView> others = manifests.KnownPodOwners.Where(other => !other.IsApartFrom(holder));
            NearLabel? meant = AddedLabels.AreIn(wanted)
                ? NearPod(wanted, [.. others])
                : manifests.PodOwners.Where(other => !other.IsApartFrom(holder)).Select(other => NearLabel.Find(wanted, other.PodLabels)).FirstOrDefault(static found => found is not null);
            if (meant is not null && !AddedLabels.AreIn(wanted) && (others.Any(other => Selection.Selects(wanted, other.PodLabels ?? new MappingNode([])) != false) || MayBeMade(wanted)))
            {
                return;
            }

            if (meant is not null)
            {
                Report(meant, $"did you mean '{meant.Right}'?");
            }
            else if (!AddedLabels.AreIn(wanted) && Selected(wanted, others, holder) is var (label, advice))
            {
                Report(label, advice);
            }

            void Report(NearLabel label, string advice) => context.Report(this, label.Place, new RuleFinding(what, label.Wrong, consequence, advice)
            {
                Properties = FixProperties.Replace(label.Replacement),
            });
        }

        // A label too many, or another value where the Service has the name of an object whose pods no Service selects.
        (NearLabel Label, string Advice)? Selected(MappingNode wanted, IEnumerable<PodOwnerView> others, ObjectView holder)
        {
            foreach (PodOwnerView owner in manifests.PodOwners.Where(owner => owner.PodLabels is MappingNode { IsOpen: false } && !owner.IsApartFrom(holder)))
            {
                MappingEntry[] unmet = [.. wanted.Entries.Where(entry => owner.PodLabels.At(entry.Key) is not { } own || (own is ScalarNode && !own.Equals(entry.Value)))];
                if (unmet.Length != 1 || unmet[0].Value is not ScalarNode value || owner.PodLabels.At(unmet[0].Key) is not (null or ScalarNode))
                {
                    continue;
                }

                string wrong = Selection.Describe(unmet[0]);
                Location? place = value.Location ?? unmet[0].KeyLocation;
                var right = owner.PodLabels.At(unmet[0].Key) as ScalarNode;
                bool isMissing = right is null
                    && wanted.Entries.Count > 1
                    && (LabelKeys.IsOfTemplates(unmet[0].Key) || owner.Node.At("metadata", "labels", unmet[0].Key).Is(value.Text));
                if ((isMissing || (right is not null && IsNamedFor(owner, holder)))
                    && !manifests.KnowsUnseenPodMaker
                    && !others.Any(other => Selection.Selects(wanted, other.PodLabels) != false)
                    && !MayBeMade(wanted))
                {
                    return (
                        new NearLabel(wrong, wrong, place, right?.Text),
                        isMissing ? $"remove it, or add it to the pods of '{owner.DisplayName}'" : $"the pods of '{owner.DisplayName}' have '{unmet[0].Key}: {right!.Text}'");
                }
            }

            return null;
        }

        bool IsNamedFor(PodOwnerView owner, ObjectView holder) =>
            holder is ServiceView
            && owner.Name is ScalarNode name
            && holder.Name.Is(name.Text)
            && !manifests.KnownServices.Any(service => service.Selector is not null && !service.IsApartFrom(owner) && Selection.Selects(service.Selector, owner.PodLabels) != false);

        // Nearly all selectors have a label that pods have, and need no closer look.
        bool IsSelected(MappingNode wanted) => wanted.Entries.All(entry => entry.Value is not ScalarNode value || manifests.KnowsPodLabel(entry.Key, value.Text));

        // Custom resources may have a template as workloads have, and so have versions that servers no longer know.
        bool MayBeMade(MappingNode wanted) => manifests.Declared.Concat(manifests.Existing)
            .Any(node => Selection.Selects(wanted, node.At("spec", "template", "metadata", "labels")) == true
                || node.At("spec", "template", "metadata", "labels") is UnknownNode
                || node.At("spec") is UnknownNode);
    }

    /// <summary>The Services that sets name, gathered once for all Services.</summary>
    private static HashSet<string> Governing(ManifestSet manifests)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (StatefulSetView set in new ListedViews<StatefulSetView>(manifests.StatefulSets))
        {
            if (set.ServiceName.TryGetString(out string? name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>The pod that was meant by a name that is none of a known set's.</summary>
    private static NearLabel? NearPod(MappingNode wanted, PodOwnerView[] owners)
    {
        if (wanted.Entry(KubernetesLabels.PodName) is not { Value: ScalarNode value } entry)
        {
            return null;
        }

        string[] sets = [.. owners.OfType<StatefulSetView>().Select(static set => set.Name.TryGetString(out string? name) ? name : string.Empty)];
        int dash = value.Text.LastIndexOf('-');
        string set = dash < 0 ? value.Text : value.Text.Substring(0, dash);
        if (sets.Length == 0 || sets.Contains(string.Empty) || sets.Any(name => KubernetesNames.TryParsePod(value.Text, name, out _)) || NearNames.Find(set, sets) is not { } near)
        {
            return null;
        }

        string right = near + (dash < 0 ? "-0" : value.Text.Substring(dash));
        return new NearLabel($"{KubernetesLabels.PodName}: {value.Text}", $"{KubernetesLabels.PodName}: {right}", value.Location ?? entry.KeyLocation, right);
    }
}
