using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SetNameTooLongRule = new(
        id: "HF2001",
        title: "The StatefulSet's name is too long for its controller",
        messageFormat: "The name '{0}' has {1} characters: the API server accepts it, but the controller labels each pod with the name and a hash of up to 10 characters, and above 63 it creates no pod; use at most {2} characters",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The label controller-revision-hash is the StatefulSet's name, a dash and a hash; a label value has at most 63 characters. With 53 characters a StatefulSet may start today and fail at a later change of its template.",
        helpLinkUri: HelpLink.For("HF2001"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF2001: a set name that the API server takes but the controller cannot put into a label.</summary>
internal sealed class SetNameTooLongRule() : StatefulSetRule(RuleDescriptors.SetNameTooLongRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Name.TryGetString(out string? name)
            && name.Length > KubernetesLimits.StatefulSetNameLength
            && DnsLabel.Problem(name) is null)
        {
            context.Report(this, set.Name!.Location, new RuleFinding(name, name.Length, KubernetesLimits.StatefulSetNameLength)
            {
                Properties = FixProperties.Replace(DnsLabel.Suggest(name, KubernetesLimits.StatefulSetNameLength)),
            });
        }
    }
}
