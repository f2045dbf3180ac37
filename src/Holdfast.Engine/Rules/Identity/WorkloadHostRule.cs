using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor WorkloadHostRule = new(
        id: "HF1020",
        title: "A host name is not that of a Service",
        messageFormat: "'{0}' does not resolve: {1}; write '{2}'",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The names of StatefulSets, Deployments and containers are not in DNS: a host without dots is a Service of the pod's own namespace.",
        helpLinkUri: HelpLink.For("HF1020"),
        customTags: Fixes.ReplaceText);
}

/// <summary>
/// HF1020: a host that no Service has as its name. Services may be made elsewhere, so it is one only where it is the name of a workload whose
/// Services have other names, nearly the name of a Service with this port, or that of a Service in another namespace.
/// </summary>
internal sealed class WorkloadHostRule() : Rule(RuleDescriptors.WorkloadHostRule)
{
    /// <summary>A variable that is a host alone, or one with a port.</summary>
    private static readonly Regex HostVariable = new("(?:^|_)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS|ENDPOINT)S?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex SingleHost = new(@"^(?<name>[a-z][a-z0-9-]*)(?::(?<port>[0-9]{1,5}))?$", RegexOptions.CultureInvariant);

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        manifests.Watch?.LookUpAll();
        if (manifests.IsOpen || manifests.KnowsUnnamedService)
        {
            return;
        }

        foreach (PodOwnerView owner in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            if (owner.Containers.Any(MayName))
            {
                foreach ((ScalarNode value, string host, int? port) in InTexts(owner.Node).Concat(owner.Containers.SelectMany(InVariables)))
                {
                    if (!IsAlias(host, owner))
                    {
                        Judge(value, host, port, owner);
                    }
                }
            }
        }

        foreach (ConfigMapView map in new ListedViews<ConfigMapView>(manifests.ConfigMaps))
        {
            foreach ((ScalarNode value, string host, int? port) in InTexts(map.Node))
            {
                Judge(value, host, port, map);
            }
        }

        void Judge(ScalarNode value, string host, int? port, ObjectView from)
        {
            if (Find(host, port, from, manifests) is var (problem, right))
            {
                context.Report(this, value.Location, new RuleFinding(host, problem, right)
                {
                    Properties = FixProperties.Replace(Replaced(value.Text, host, right)),
                });
            }
        }
    }

    /// <summary>Whether a container may have a host in a text. Most have none, and cost no more than this.</summary>
    private static bool MayName(MappingNode container)
    {
        foreach (string field in (string[])["env", "args", "command"])
        {
            foreach (ManifestNode item in (container[field] as SequenceNode)?.Items ?? default)
            {
                ManifestNode? value = item is MappingNode variable ? variable["value"] : item;
                if (value is ScalarNode { Kind: ScalarKind.String } text && (HostText.IsUrl(text.Text) || (item is MappingNode named && named["name"] is ScalarNode name && HostVariable.IsMatch(name.Text))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The hosts without dots of URLs in an object's texts.</summary>
    private static IEnumerable<(ScalarNode Value, string Host, int? Port)> InTexts(MappingNode node) => ManifestText.GroupsOf(node)
        .SelectMany(static group => group)
        .Where(static text => HostText.IsUrl(text.Text))
        .SelectMany(static text => HostText.In(text.Text)
            .Where(static host => host.IsInUrl && host.Labels.Length == 1 && !host.IsOpen(0))
            .Select(host => (text.Node, host.Labels[0], host.Port)));

    /// <summary>Variables of a container that are a host.</summary>
    private static IEnumerable<(ScalarNode Value, string Host, int? Port)> InVariables(MappingNode container)
    {
        foreach (MappingNode variable in container["env"].Mappings())
        {
            if (variable["value"] is ScalarNode { Kind: ScalarKind.String } value
                && variable["name"].TryGetString(out string? name)
                && HostVariable.IsMatch(name)
                && SingleHost.Match(value.Text) is { Success: true } match)
            {
                yield return (value, match.Groups["name"].Value, int.TryParse(match.Groups["port"].Value, out int port) ? port : null);
            }
        }
    }

    private static (string Problem, string Right)? Find(string host, int? port, ObjectView from, ManifestSet manifests)
    {
        if (host == "localhost")
        {
            return null;
        }

        ServiceView[] named = [.. manifests.KnownServicesNamed(host)];
        if (named.Length > 0)
        {
            return OfAnotherNamespace(host, from, named, manifests);
        }

        if (manifests.KnownWorkloadsNamed(host).FirstOrDefault(workload => !workload.IsApartFrom(from)) is { } owner)
        {
            ServiceView[] own = [.. manifests.KnownServices.Where(service => !service.IsApartFrom(owner) && Selection.Selects(service.Selector, owner.PodLabels) == true)];
            return (own.FirstOrDefault(service => service.IsHeadless == false && Offers(service, port)) ?? own.FirstOrDefault(service => Offers(service, port)) ?? own.FirstOrDefault()) is { } service
                ? ($"it is the name of the {owner.KindName}, whose pods are behind the Service '{service.DisplayName}'", service.DisplayName)
                : null;
        }

        return port is not null
            && NearNames.Find(host, manifests.KnownServices.Where(service => !service.IsApartFrom(from) && Offers(service, port)).Select(static service => service.DisplayName)) is { } near
                ? ($"no Service has this name, and '{near}' has this port", near)
                : null;
    }

    /// <summary>A Service that is in other namespaces alone, where nothing else can make one in this.</summary>
    private static (string Problem, string Right)? OfAnotherNamespace(string host, ObjectView from, ServiceView[] services, ManifestSet manifests) =>
        from.Namespace.TryGetString(out string? own)
        && services.All(service => service.IsApartFrom(from))
        && services.Select(static service => ((ScalarNode)service.Namespace!).Text).Distinct(StringComparer.Ordinal).ToArray() is [var other]
        && !manifests.KnowsUnseenPodMaker
            ? ($"the Service is in the namespace '{other}', and a name without one is looked up in '{own}'", $"{host}.{other}")
            : null;

    private static bool Offers(ServiceView service, int? port) =>
        port is null || service.Ports.Any(offered => offered["port"].TryGetInteger(out long number) && number == port);

    /// <summary>Whether the pods' own file of hosts has the name.</summary>
    private static bool IsAlias(string host, PodOwnerView owner) =>
        owner.PodSpec.At("hostAliases").Mappings().Any(alias => alias["hostnames"] is SequenceNode names && names.Items.Any(name => name.Is(host)));

    private static string Replaced(string text, string host, string right) =>
        Regex.Replace(text, $"(?<![A-Za-z0-9.-]){Regex.Escape(host)}(?![A-Za-z0-9.-])", right, RegexOptions.CultureInvariant);
}
