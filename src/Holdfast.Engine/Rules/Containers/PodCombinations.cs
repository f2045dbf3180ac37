using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What does not go together in a pod as a whole.</summary>
internal static class PodCombinations
{
    private const int MostSearchCharacters = 2048;

    public static IEnumerable<Combination> Find(PodOwnerView workload) =>
        Host(workload).Concat(Dns(workload)).Concat(Security(workload)).Concat(Ports(workload));

    private static IEnumerable<Combination> Host(PodOwnerView workload)
    {
        List<Combination>? found = null;
        ManifestNode? pod = workload.PodSpec;
        if (workload.Node.At("spec", "selector") is MappingNode { IsOpen: false } selector
            && selector.Entries.All(static entry => entry.Value is MappingNode { Entries.Count: 0, IsOpen: false } or SequenceNode { Items.Count: 0 } or ScalarNode { Kind: ScalarKind.Null }))
        {
            (found ??= []).Add(Combination.Of(selector, $"'{workload.DisplayName}' selects every pod", "select the labels of its pod template"));
        }

        if (pod.At("resourceClaims") is not UnknownNode)
        {
            foreach (MappingNode container in workload.Containers)
            {
                foreach (MappingNode claim in container.At("resources", "claims").Mappings())
                {
                    if (claim["name"].TryGetString(out string? name)
                        && !pod.At("resourceClaims").Mappings().Any(known => known["name"] is not ScalarNode given || given.Text == name))
                    {
                        (found ??= []).Add(Combination.Of(claim["name"], $"A container uses the resource claim '{name}', which its pod does not have", Phrase.Of($"add it to `PodSpec.resourceClaims`")));
                    }
                }
            }
        }

        return found ?? Combination.None;
    }

    private static IEnumerable<Combination> Dns(PodOwnerView workload)
    {
        List<Combination>? found = null;
        if (workload.PodSpec.At("dnsConfig", "searches") is SequenceNode domains
            && string.Join(" ", domains.Items.OfType<ScalarNode>().Select(static domain => domain.Text)).Length > MostSearchCharacters)
        {
            (found ??= []).Add(Combination.Of(domains, $"The search domains have more than {MostSearchCharacters} characters together", "use fewer or shorter ones"));
        }

        return found ?? Combination.None;
    }

    private static IEnumerable<Combination> Security(PodOwnerView workload)
    {
        List<Combination>? found = null;
        if (workload.PodSpec.At("hostNetwork").IsTrue())
        {
            foreach (ManifestNode? parameter in workload.PodSpec.At("securityContext", "sysctls").Mappings().Select(static sysctl => sysctl["name"]))
            {
                if (parameter.TryGetString(out string? text) && text.StartsWith("net", StringComparison.Ordinal) && text.Length > 3 && text[3] is '.' or '/')
                {
                    (found ??= []).Add(Combination.Of(parameter, $"'{text}' belongs to the node when a pod uses the host network", "remove it, or set it on the nodes"));
                }
            }
        }

        foreach (MappingNode container in workload.Containers)
        {
            if (container.At("securityContext", "procMount").Is("Unmasked") && workload.PodSpec.At("hostUsers") is null or ScalarNode { Text: not "false" })
            {
                (found ??= []).Add(Combination.Of(container.At("securityContext", "procMount"), "A container sees all of /proc and shares the users of the host", Phrase.Of($"set `PodSpec.hostUsers: false`, or remove `SecurityContext.procMount`")));
            }
        }

        return found ?? Combination.None;
    }

    private static IEnumerable<Combination> Ports(PodOwnerView workload)
    {
        List<Combination>? found = null;
        bool isOnHost = workload.PodSpec.At("hostNetwork").IsTrue();
        HashSet<string>? seen = null;
        foreach (MappingNode container in workload.Containers)
        {
            foreach (MappingNode port in container["ports"].Mappings())
            {
                Check(port);
            }
        }

        return found ?? Combination.None;

        void Check(MappingNode port)
        {
            if (port["hostPort"].TryGetInteger(out long number) && number != 0)
            {
                if (isOnHost && port["containerPort"].TryGetInteger(out long own) && number != own)
                {
                    (found ??= []).Add(Combination.Of(port["hostPort"], $"With host networking port {own} cannot have another number on the host", Phrase.Of($"remove `ContainerPort.hostPort`")));
                }

                string protocol = PortProtocol.Of(port);
                string ip = port["hostIP"].TryGetString(out string? address) ? address : string.Empty;
                if (!(seen ??= new HashSet<string>(StringComparer.Ordinal)).Add($"{number}/{protocol}/{ip}"))
                {
                    (found ??= []).Add(Combination.Of(port["hostPort"], $"Two ports of a pod are port {number} of the host", Phrase.Of($"change one of the two, or remove `ContainerPort.hostPort`")));
                }
            }
        }
    }
}
