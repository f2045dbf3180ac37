using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor GoverningServiceMissingRule = new(
        id: "HF1002",
        title: "The governing Service is not declared",
        messageFormat: "'{0}' is governed by the Service '{1}', which is not declared, so its pods get no DNS names and {2} will not resolve; {3}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API server never checks that the Service named by spec.serviceName exists. Without it the pods run, but their names do not resolve.",
        helpLinkUri: HelpLink.For("HF1002"),
        customTags: [Fixes.GovernByOwnService, Fixes.DeclareService, Fixes.ReplaceText]);
}

/// <summary>HF1002: the Service that should govern the set is nowhere.</summary>
internal sealed class GoverningServiceMissingRule() : StatefulSetRule(RuleDescriptors.GoverningServiceMissingRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (!set.ServiceName.TryGetString(out string? name)
            || name.Length == 0
            || manifests.IsOpen
            || manifests.KnowsUnnamedService
            || manifests.KnownServicesNamed(name).Any(service => !ManifestSet.IsUnrelated(service, set)))
        {
            return;
        }

        ServiceView[] headless = [.. manifests.KnownServicesFor(set).Where(static service => service.IsHeadless == true)];
        string? nearest = NearestName.Find(name, headless.Select(static service => service.DisplayName))
            ?? headless.FirstOrDefault(service => IsForPodsOf(service, set, name))?.DisplayName;
        string advice = nearest is null ? $"declare a headless Service '{name}'" : $"did you mean '{nearest}'?";

        // The Service may well be made elsewhere; but not where one of nearly the same name is made here.
        GoverningServiceUses.Report(
            this,
            set,
            manifests,
            context,
            use => new RuleFinding(set.DisplayName, name, use, advice)
            {
                // A name that code computes is shown as its expression, which cannot be written in its place.
                Properties = FixProperties.Replace(name.Contains('{') ? null : nearest).Add(FixProperties.ServiceName, name),
            },
            isNeverMeant: nearest is not null);
    }

    /// <summary>Whether a Service has the pods of a set, and a name that only goes on: <c>orders-headless</c> for <c>orders</c>.</summary>
    private static bool IsForPodsOf(ServiceView service, StatefulSetView set, string name) =>
        !service.IsApartFrom(set)
        && (service.DisplayName.StartsWith(name + "-", StringComparison.Ordinal) || name.StartsWith(service.DisplayName + "-", StringComparison.Ordinal))
        && Selection.Selects(service.Selector, set.PodLabels) == true;
}
