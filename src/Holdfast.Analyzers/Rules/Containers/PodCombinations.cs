using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What does not go together in a pod as a whole.</summary>
internal static class PodCombinations
{
    private const int MostNameservers = 3;

    private const int MostSearches = 32;

    private const int MostSearchCharacters = 2048;

    public static IEnumerable<Combination> Find(WorkloadView workload) =>
        Host(workload).Concat(Dns(workload)).Concat(Security(workload)).Concat(Affinity(workload)).Concat(Ports(workload));

    private static IEnumerable<Combination> Host(WorkloadView workload)
    {
        ManifestNode? pod = workload.PodSpec;
        if (pod.At("containers") is SequenceNode { Items.Count: 0, Origin: not null } none)
        {
            yield return Combination.Of(none, $"The pods of '{workload.DisplayName}' have no container", "add one");
        }

        if (workload.Node.At("spec", "selector") is MappingNode selector
            && selector.Entries.All(static entry => entry.Value is MappingNode { Entries.Count: 0 } or SequenceNode { Items.Count: 0 } or ScalarNode { Kind: ScalarKind.Null }))
        {
            yield return Combination.Of(selector, $"'{workload.DisplayName}' selects every pod", "select the labels of its own");
        }

        if (pod.At("hostPID").IsTrue() && pod.At("shareProcessNamespace").IsTrue())
        {
            yield return Combination.Of(pod.At("shareProcessNamespace"), "Processes are shared with the host and among the containers", "use one of the two");
        }

        if (pod.At("hostnameOverride") is ScalarNode { Text.Length: > 0 } hostname)
        {
            foreach (string field in new[] { "hostNetwork", "setHostnameAsFQDN" })
            {
                if (pod.At(field).IsTrue())
                {
                    yield return Combination.Of(hostname, $"A pod with a hostnameOverride has {field}", "leave one of the two out");
                }
            }
        }

        if (pod.At("resourceClaims") is not UnknownNode)
        {
            foreach (MappingNode claim in workload.Containers.SelectMany(static container => container.At("resources", "claims").Mappings()))
            {
                if (claim["name"].TryGetString(out string? name)
                    && !pod.At("resourceClaims").Mappings().Any(known => known["name"] is not ScalarNode given || given.Text == name))
                {
                    yield return Combination.Of(claim["name"], $"A container has the resource claim '{name}' and its pod does not", "declare it in resourceClaims");
                }
            }
        }

        foreach (string field in new[] { "requests", "limits" })
        {
            foreach (MappingEntry amount in (pod.At("resources", field) as MappingNode)?.Entries ?? default)
            {
                if (amount.Key is not ("cpu" or "memory") && !amount.Key.StartsWith("hugepages-", StringComparison.Ordinal))
                {
                    yield return new Combination(amount.KeyOrigin ?? amount.Value.Origin, $"A pod as a whole has {field} of {amount.Key}", "leave it to containers; a pod has cpu, memory and hugepages");
                }
            }
        }

        if (pod.At("hostUsers") is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" } users)
        {
            foreach (string field in new[] { "hostNetwork", "hostPID", "hostIPC" })
            {
                if (pod.At(field).IsTrue())
                {
                    yield return Combination.Of(users, $"A pod with users of its own has {field}", "leave one of the two out");
                }
            }
        }

        foreach (string field in new[] { "activeDeadlineSeconds", "ephemeralContainers" })
        {
            if (pod.At(field) is ScalarNode { Kind: not ScalarKind.Null } or SequenceNode)
            {
                yield return Combination.Of(pod.At(field), $"A template of pods that run on has {field}", "leave it out");
            }
        }
    }

    private static IEnumerable<Combination> Dns(WorkloadView workload)
    {
        ManifestNode? dns = workload.PodSpec.At("dnsConfig");
        if (dns.At("nameservers") is SequenceNode { Items.Count: > MostNameservers } servers)
        {
            yield return Combination.Of(servers, $"There are {servers.Items.Count} name servers and resolvers ask {MostNameservers} at most", $"name {MostNameservers} or fewer");
        }

        foreach (MappingNode option in dns.At("options").Mappings().Where(static option => option["name"] is null or ScalarNode { Text.Length: 0 }))
        {
            yield return Combination.Of(option, "An option of the resolver has no name", "name it, such as ndots");
        }

        if (dns.At("searches") is SequenceNode { Items.Count: > MostSearches } searches)
        {
            yield return Combination.Of(searches, $"There are {searches.Items.Count} search domains and {MostSearches} are taken at most", $"name {MostSearches} or fewer");
        }
        else if (dns.At("searches") is SequenceNode domains && string.Join(" ", domains.Items.OfType<ScalarNode>().Select(static domain => domain.Text)).Length > MostSearchCharacters)
        {
            yield return Combination.Of(domains, $"The search domains have more than {MostSearchCharacters} characters together", "name fewer, or shorter ones");
        }
    }

    private static IEnumerable<Combination> Security(WorkloadView workload)
    {
        if (workload.PodSpec.At("hostNetwork").IsTrue())
        {
            foreach (ManifestNode? parameter in workload.PodSpec.At("securityContext", "sysctls").Mappings().Select(static sysctl => sysctl["name"]))
            {
                if (parameter.TryGetString(out string? text) && text.StartsWith("net", StringComparison.Ordinal) && text.Length > 3 && text[3] is '.' or '/')
                {
                    yield return Combination.Of(parameter, $"'{text}' is the host's on its network", "leave it out, or set it on the nodes");
                }
            }
        }

        foreach (MappingNode container in workload.Containers)
        {
            if (container.At("securityContext", "procMount").Is("Unmasked") && workload.PodSpec.At("hostUsers") is null or ScalarNode { Text: not "false" })
            {
                yield return Combination.Of(container.At("securityContext", "procMount"), "A container sees all of /proc and has the host's users", "set hostUsers to false, or leave procMount out");
            }
        }

        foreach (ManifestNode? security in workload.Containers.Select(static container => container["securityContext"]).Prepend(workload.PodSpec.At("securityContext")))
        {
            foreach (string field in new[] { "seccompProfile", "appArmorProfile" })
            {
                ManifestNode? profile = security.At(field);
                ManifestNode? name = profile.At("localhostProfile");
                if (profile.At("type").Is("Localhost") && name is null or ScalarNode { Text.Length: 0 })
                {
                    yield return Combination.Of(profile, $"The {field} is one of the host's and does not say which", "set localhostProfile");
                }
                else if (name is ScalarNode && profile.At("type") is ScalarNode type && !type.Is("Localhost"))
                {
                    yield return Combination.Of(name, $"The {field} is none of the host's and names one", "leave localhostProfile out, or set the type Localhost");
                }
            }
        }
    }

    private static IEnumerable<Combination> Affinity(WorkloadView workload)
    {
        if (workload.PodSpec.At("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution") is MappingNode required
            && required["nodeSelectorTerms"] is null or SequenceNode { Items.Count: 0 })
        {
            yield return Combination.Of(required, "A node affinity is required and does not say which", "add a term, or leave it out");
        }

        foreach (string kind in new[] { "podAffinity", "podAntiAffinity" })
        {
            ManifestNode? affinity = workload.PodSpec.At("affinity", kind);
            foreach (MappingNode term in affinity.At("requiredDuringSchedulingIgnoredDuringExecution").Mappings()
                .Concat(affinity.At("preferredDuringSchedulingIgnoredDuringExecution").Mappings().Select(static item => item["podAffinityTerm"]).OfType<MappingNode>()))
            {
                if (term["topologyKey"] is null)
                {
                    yield return Combination.Of(term, $"A term of the {kind} has no topology key", "set topologyKey");
                }
            }
        }
    }

    private static IEnumerable<Combination> Ports(WorkloadView workload)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (MappingNode port in workload.Containers.SelectMany(static container => container["ports"].Mappings()))
        {
            if (port["hostPort"].TryGetInteger(out long number) && number != 0)
            {
                string protocol = PortProtocol.Of(port);
                string ip = port["hostIP"].TryGetString(out string? address) ? address : string.Empty;
                if (!seen.Add($"{number}/{protocol}/{ip}"))
                {
                    yield return Combination.Of(port["hostPort"], $"Two ports of a pod are port {number} of the host", "use another one, or leave HostPort out");
                }
            }
        }
    }
}
