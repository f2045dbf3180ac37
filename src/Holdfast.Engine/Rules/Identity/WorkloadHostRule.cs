using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>
/// HF1020: a host that no Service has as its name. Services may be made elsewhere, so it is one only where it is the name of a workload whose
/// Services have other names, nearly the name of a Service with this port, or that of a Service in another namespace.
/// </summary>
internal sealed class WorkloadHostRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF1020",
        title: "A host name is not that of a Service",
        messageFormat: "'{0}' does not resolve: {1}; write '{2}'",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The names of StatefulSets, Deployments and containers are not in DNS: a host without dots is a Service of the pod's own namespace.",
        helpLinkUri: HelpLink.For("HF1020"),
        customTags: Fixes.ReplaceText);

    /// <summary>A variable that is a host alone, or one with a port.</summary>
    private static readonly Regex HostVariable = new("(?:^|_)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS|ENDPOINT)S?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex SingleHost = new(@"^(?<name>[a-z][a-z0-9-]*)(?::(?<port>[0-9]{1,5}))?$", RegexOptions.CultureInvariant);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        manifests.Watch?.LookUpAll();
        ServiceView[] services = [.. manifests.KnownServices];
        if (manifests.IsOpen || services.Length == 0 || manifests.KnowsUnnamedService)
        {
            return;
        }

        ILookup<string, ServiceView> named = services.ToLookup(static service => service.DisplayName, StringComparer.Ordinal);
        foreach (MappingNode node in manifests.Declared)
        {
            var view = new PlainView(node);
            HashSet<string> aliases = AliasesOf(PodOwnerView.Of(node));
            foreach ((ScalarNode value, string host, int? port) in HostsOf(node))
            {
                if (!aliases.Contains(host) && Judge(host, port, view, named, manifests) is var (problem, right))
                {
                    context.Report(this, value.Location, new RuleFinding(host, problem, right)
                    {
                        Properties = FixProperties.Replace(Replaced(value.Text, host, right)),
                    });
                }
            }
        }
    }

    /// <summary>The hosts without dots in an object: of URLs in its texts, and of variables that are a host.</summary>
    private static IEnumerable<(ScalarNode Value, string Host, int? Port)> HostsOf(MappingNode node)
    {
        foreach (ManifestText text in ManifestText.GroupsOf(node).SelectMany(static group => group))
        {
            if (HostText.IsUrl(text.Text))
            {
                foreach (HostName host in HostText.In(text.Text).Where(static host => host.IsInUrl && host.Labels.Length == 1 && !host.IsOpen(0)))
                {
                    yield return (text.Node, host.Labels[0], host.Port);
                }
            }
        }

        foreach (MappingNode variable in PodOwnerView.Of(node)?.Containers.SelectMany(static container => container["env"].Mappings()) ?? [])
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

    private static (string Problem, string Right)? Judge(string host, int? port, ObjectView from, ILookup<string, ServiceView> named, ManifestSet manifests)
    {
        if (named.Contains(host))
        {
            return OfAnotherNamespace(host, from, [.. named[host]], manifests);
        }

        WorkloadView? workload = manifests.KnownWorkloads.FirstOrDefault(workload => workload.Name.Is(host) && !workload.IsApartFrom(from));
        if (workload is not null)
        {
            ServiceView[] own = [.. named.SelectMany(static group => group).Where(service => !service.IsApartFrom(workload) && Selection.Selects(service.Selector, workload.PodLabels) == true)];
            return (own.FirstOrDefault(service => service.IsHeadless == false && Offers(service, port)) ?? own.FirstOrDefault(service => Offers(service, port)) ?? own.FirstOrDefault()) is { } service
                ? ($"it is the name of the {workload.KindName}, whose pods are behind the Service '{service.DisplayName}'", service.DisplayName)
                : null;
        }

        return port is not null
            && NearNames.Find(host, named.Where(group => group.All(service => !service.IsApartFrom(from) && Offers(service, port))).Select(static group => group.Key)) is { } near
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

    private static HashSet<string> AliasesOf(PodOwnerView? owner) => new(
        owner?.PodSpec.At("hostAliases").Mappings().SelectMany(static alias => (alias["hostnames"] as SequenceNode)?.Items.OfType<ScalarNode>() ?? []).Select(static name => name.Text) ?? [],
        StringComparer.Ordinal);

    private static string Replaced(string text, string host, string right) =>
        Regex.Replace(text, $"(?<![A-Za-z0-9.-]){Regex.Escape(host)}(?![A-Za-z0-9.-])", right, RegexOptions.CultureInvariant);
}
