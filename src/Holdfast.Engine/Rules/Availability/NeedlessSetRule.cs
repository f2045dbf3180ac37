using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NeedlessSetRule = new(
        id: "HF5025",
        title: "A Deployment would do",
        messageFormat: "'{0}' has no claims, uses no names of its pods and {1}, so a StatefulSet only makes it slower to roll out and to recover from the loss of a node; consider a Deployment",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5025"));
}

/// <summary>HF5025: a StatefulSet for pods that find each other without names, and keep nothing.</summary>
internal sealed class NeedlessSetRule() : StatefulSetRule(RuleDescriptors.NeedlessSetRule)
{
    /// <summary>Sources of volumes whose data belongs to the pod or to all of them.</summary>
    private static readonly string[] Stateless = ["name", "emptyDir", "configMap", "secret", "projected", "downwardAPI"];

    /// <summary>Fields by which a set says that its pods differ, or are replaced in an order. What attributes do not say has no place.</summary>
    private static readonly string[] Deliberate = ["volumeClaimTemplates", "podManagementPolicy", "updateStrategy", "ordinals", "persistentVolumeClaimRetentionPolicy"];

    /// <summary>What programs and scripts use who ask for their own name or number.</summary>
    private static readonly Regex OwnName = new(@"hostname|ordinal|\$\(?POD_?NAME|pod-index|HOST\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.IsPartial
            || !set.Name.TryGetString(out string? name)
            || set.ClaimTemplates.Length > 0
            || Deliberate.Any(field => set.Node.At("spec", field) is { } node && (node is UnknownNode || (!node.IsAbsent() && node.Locations().Any())))
            || set.PodSpec.At("volumes") is UnknownNode
            || set.Volumes.Any(static volume => volume.Entries.Any(static entry => !Stateless.Contains(entry.Key)))
            || set.Containers.Any(static container => ContainerEnvironment.IsOpen(container) || container["command"] is UnknownNode || container["args"] is UnknownNode)
            || DiscoveryOf(set) is not { } discovery
            || UsesNames(set, name, manifests))
        {
            return;
        }

        context.Report(this, set.Name!.Location, new RuleFinding(name, discovery));
    }

    /// <summary>How its pods find each other without names, in words that follow "it"; null where that is not known.</summary>
    private static string? DiscoveryOf(StatefulSetView set)
    {
        // Orleans' package for Kubernetes asks for these, and finds silos in its table of members.
        if (set.PodLabels is MappingNode labels && labels["orleans/clusterId"] is not null && labels["orleans/serviceId"] is not null)
        {
            return "finds its silos in Orleans' membership table";
        }

        // Akka.Management's discovery by the API server or by DNS, as variables of Akka's and of .NET's configuration name it.
        bool discovers = set.RunningContainers.SelectMany(static container => container["env"].Mappings()).Any(static variable =>
            variable["name"].TryGetString(out string? name)
            && name.StartsWith("AKKA", StringComparison.OrdinalIgnoreCase)
            && name.IndexOf("DISCOVERY", StringComparison.OrdinalIgnoreCase) >= 0
            && variable["value"].TryGetString(out string? value)
            && (value.IndexOf("kubernetes", StringComparison.OrdinalIgnoreCase) >= 0 || value.IndexOf("dns", StringComparison.OrdinalIgnoreCase) >= 0));
        if (discovers)
        {
            return "finds its nodes by Akka's discovery";
        }

        // Without a governing Service the pods have no names in DNS, and those that ask for their own name are others.
        bool asksForItsName = set.Containers.SelectMany(static container => container["env"].Mappings())
            .Any(static variable => variable.At("valueFrom", "fieldRef", "fieldPath").Is("metadata.name"));
        return set.ServiceName.IsAbsent() && !asksForItsName ? "has no governing Service" : null;
    }

    private static bool UsesNames(StatefulSetView set, string name, ManifestSet manifests)
    {
        if (manifests.PodNameUses.Any(use => use.SetName == name)
            || manifests.DeclaredServices.Any(static service => service.Selector is UnknownNode || service.Selector.At(KubernetesLabels.PodName) is not null || service.Selector.At(KubernetesLabels.PodIndex) is not null)
            || DeclaredText.Of(set).Any(static text => OwnName.IsMatch(text.Text))
            || set.Containers.SelectMany(static container => container["env"].Mappings()).Any(static variable =>
                variable.At("valueFrom", "fieldRef", "fieldPath") is { Location: not null } field && field.TryGetString(out string? path) && path.Contains(KubernetesLabels.PodIndex))
            || set.Containers.SelectMany(static container => container["volumeMounts"].Mappings()).Any(static mount => mount["subPathExpr"] is not null))
        {
            return true;
        }

        var member = new Regex(@"(?<![A-Za-z0-9._-])" + Regex.Escape(name) + @"-(?:[0-9]|[${])", RegexOptions.CultureInvariant);
        return manifests.KnownPodOwners.SelectMany(DeclaredText.Of).Any(text => member.IsMatch(text.Text))
            || manifests.ConfigMaps.SelectMany(static map => map.Data).Any(entry => entry.Value is not ScalarNode text || member.IsMatch(text.Text));
    }
}
