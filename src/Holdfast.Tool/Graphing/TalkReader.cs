using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;

namespace Holdfast.Tool.Graphing;

/// <summary>
/// Finds who talks to whom by the names in texts: in variables and arguments of a workload, and in the ConfigMaps that its pods get.
/// </summary>
internal static class TalkReader
{
    /// <summary>What a variable's name has in it where its value may be the name of a Service alone.</summary>
    private static readonly string[] HostWords = ["HOST", "ADDR", "SERVER", "ENDPOINT", "URL", "URI", "BROKER", "PEER", "SEED", "NODES", "SERVICE"];

    public static ImmutableArray<GraphTalk> Read(MappingNode[] objects, PodOwnerView[] owners, ServiceView[] services)
    {
        var known = KnownSets.Of([new([.. objects], null)]);
        ILookup<string, MappingNode> maps = objects
            .Where(static node => ObjectView.Is(node, ConfigMapView.ApiVersion, ConfigMapView.Kind))
            .ToLookup(static node => node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty, StringComparer.Ordinal);
        var talks = new List<GraphTalk>();
        for (int from = 0; from < owners.Length; from++)
        {
            foreach ((string text, HostName host) in TextsOf(owners[from], maps).SelectMany(static text => HostText.In(text).Select(host => (text, host))))
            {
                if (Target(host, owners[from], known, owners, services) is { } target
                    && target.Workload != from
                    && !talks.Exists(talk => talk.From == from && talk.Service == target.Service && talk.Workload == target.Workload))
                {
                    talks.Add(new GraphTalk(from, target.Service, target.Workload, text.Substring(host.Start, host.Length)));
                }
            }
        }

        return [.. talks];
    }

    private static (int? Service, int? Workload)? Target(HostName host, PodOwnerView from, KnownSets known, PodOwnerView[] owners, ServiceView[] services)
    {
        // orders-0.orders.shop.svc: a pod below its Service.
        foreach ((KnownSet set, int? _) in known.WithPod(host.Labels[0]))
        {
            int service = host.Labels.Length > 1 ? IndexOf(services, host.Labels[1], host.Labels.ElementAtOrDefault(2), from) : -1;
            int workload = Array.FindIndex(owners, owner => owner is StatefulSetView && owner.Name.Is(set.Name));
            if (workload >= 0 && ReferenceEquals(owners[workload], from))
            {
                return (null, workload);
            }

            return service >= 0 ? (service, null) : workload >= 0 ? (null, workload) : null;
        }

        int named = IndexOf(services, host.Labels[0], host.Labels.ElementAtOrDefault(1), from);
        return named < 0 || Selection.Selects(services[named].Selector, from.PodLabels) == true ? null : (named, null);
    }

    /// <summary>The Service of a name: in the namespace that is written, else beside the workload.</summary>
    private static int IndexOf(ServiceView[] services, string name, string? space, PodOwnerView from)
    {
        int written = Array.FindIndex(services, service => service.Name.Is(name) && space is not null && service.Namespace.Is(space));
        return written >= 0 ? written : Array.FindIndex(services, service => service.Name.Is(name) && !service.IsApartFrom(from));
    }

    private static IEnumerable<string> TextsOf(PodOwnerView owner, ILookup<string, MappingNode> maps)
    {
        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode variable in container["env"].Mappings())
            {
                if (variable["value"].TryGetString(out string? value) && variable["name"].TryGetString(out string? name)
                    && (IsNamed(value) || Array.Exists(HostWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))))
                {
                    yield return value;
                }
            }
        }

        IEnumerable<string> named = ManifestText.GroupsOf(owner.Node).SelectMany(static group => group).Select(static text => text.Text)
            .Concat(MapsOf(owner).SelectMany(name => maps[name]).SelectMany(ManifestText.GroupsOf).SelectMany(static group => group).Select(static text => text.Text));
        foreach (string text in named.Where(IsNamed))
        {
            yield return text;
        }
    }

    private static bool IsNamed(string text) => HostText.MayHold(text) || HostText.IsUrl(text);

    /// <summary>The ConfigMaps that the pods get, as files or variables.</summary>
    private static IEnumerable<string> MapsOf(PodOwnerView owner) => owner.Volumes
        .SelectMany(static volume => volume.At("projected", "sources").Mappings().Select(static source => source.At("configMap", "name")).Append(volume.At("configMap", "name")))
        .Concat(owner.Containers.SelectMany(static container => container["envFrom"].Mappings().Select(static source => source.At("configMapRef", "name"))))
        .Concat(owner.Containers.SelectMany(static container => container["env"].Mappings().Select(static variable => variable.At("valueFrom", "configMapKeyRef", "name"))))
        .Select(static name => name.TryGetString(out string? text) ? text : string.Empty)
        .Where(static name => name.Length > 0)
        .Distinct(StringComparer.Ordinal);
}
