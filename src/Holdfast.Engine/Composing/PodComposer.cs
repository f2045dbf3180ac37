using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>What a pod template says about pods as wholes, apart from containers, volumes and security.</summary>
internal static class PodComposer
{
    /// <summary>The fields of the template's <c>spec</c>, in the order in which they are written.</summary>
    public static MappingNode Compose(AppDeclaration app)
    {
        PodDeclaration pod = app.Pod;
        MappingBuilder spec = new MappingBuilder()
            .Add("serviceAccountName", pod.ServiceAccount?.Name ?? default)
            .Add("automountServiceAccountToken", pod.ServiceAccount?.MountToken ?? default)
            .Add("imagePullSecrets", pod.ImagePullSecrets, ImagePullSecret)
            .Add("priorityClassName", pod.Scheduling?.PriorityClassName ?? default)
            .Add("schedulerName", pod.Scheduling?.SchedulerName ?? default)
            .Add("runtimeClassName", pod.Scheduling?.RuntimeClassName ?? default)
            .Add("nodeName", pod.Scheduling?.NodeName ?? default)
            .Add("hostNetwork", Nodes.Flag(pod.HostNamespaces?.Network ?? default))
            .Add("hostPID", Nodes.Flag(pod.HostNamespaces?.Pid ?? default))
            .Add("hostIPC", Nodes.Flag(pod.HostNamespaces?.Ipc ?? default))
            .Add("dnsPolicy", DnsPolicy(pod))
            .Add("dnsConfig", DnsConfig(pod.Dns))
            .Add("hostAliases", pod.HostAliases, HostAlias)
            .Add("nodeSelector", SchedulingComposer.NodeSelector(pod))
            .Add("affinity", SchedulingComposer.Affinity(app))
            .Add("tolerations", pod.Tolerations, SchedulingComposer.Toleration);
        return SchedulingComposer.AddSpreads(spec, app).Build();
    }

    private static ManifestNode ImagePullSecret(Declared<string> name) => new MappingBuilder().Add("name", name).Build(name.Location);

    /// <summary>
    /// On the host's network, pods would not resolve names of the cluster, and so not each other's, unless told to.
    /// </summary>
    private static Declared<string> DnsPolicy(PodDeclaration pod)
    {
        Declared<string> policy = pod.Dns?.Policy ?? default;
        return pod.HostNamespaces is { } host && host.Network.OrDefault(false)
            ? policy.Or("ClusterFirstWithHostNet", host.Network.Location)
            : policy;
    }

    private static MappingNode? DnsConfig(DnsDeclaration? dns) => dns is null
        ? null
        : new MappingBuilder()
            .Add("nameservers", Nodes.NonEmpty(dns.Nameservers))
            .Add("searches", Nodes.NonEmpty(dns.Searches))
            .Add("options", DnsOptions(dns.Options))
            .BuildOrNull();

    private static ManifestNode? DnsOptions(Declared<EquatableArray<string>> options) =>
        options.TryGet(out EquatableArray<string> lines) && lines.Count > 0
            ? new SequenceNode(lines.Select(line => DnsOption(line, options)), options.Location)
            : Nodes.NonEmpty(options);

    /// <summary>An option as <c>resolv.conf</c> writes it: a name, and for some a colon and a value.</summary>
    private static ManifestNode DnsOption(string line, Declared<EquatableArray<string>> options)
    {
        int colon = line.IndexOf(':');
        return new MappingBuilder()
            .Add("name", ScalarNode.String(colon < 0 ? line : line.Substring(0, colon), options.Location))
            .Add("value", colon < 0 ? null : ScalarNode.String(line.Substring(colon + 1), options.Location))
            .Build(options.Location);
    }

    private static ManifestNode HostAlias(HostAliasDeclaration alias) => new MappingBuilder()
        .Add("ip", alias.Ip)
        .Add("hostnames", Nodes.NonEmpty(alias.Hostnames))
        .Build(alias.Ip.Location);
}
