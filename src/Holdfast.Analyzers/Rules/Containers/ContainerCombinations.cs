using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What does not go together in a container.</summary>
internal static class ContainerCombinations
{
    private const string Sleep = "sleep";

    private static readonly string[] ProbeKinds = ["exec", "httpGet", "tcpSocket", "grpc"];

    private static readonly string[] HookKinds = ["exec", "httpGet", "tcpSocket", Sleep];

    private static readonly string[] SourceKinds = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];

    private static readonly string[] Probes = ["startupProbe", "readinessProbe", "livenessProbe"];

    public static IEnumerable<Combination> Find(WorkloadView workload)
    {
        foreach (MappingNode container in workload.Containers)
        {
            string name = container["name"].TryGetString(out string? text) ? text : workload.DisplayName;
            foreach (Combination found in Environment(container).Concat(ProbesOf(container, name)).Concat(HooksOf(workload, container, name)))
            {
                yield return found;
            }
        }

        foreach (MappingNode container in workload.Containers)
        {
            if (container["restartPolicyRules"] is SequenceNode { Items.Count: > 0 } rules && container["restartPolicy"] is null)
            {
                yield return Combination.Of(rules, "A container has rules of restarting and no policy that they are exceptions of", "set restartPolicy");
            }
        }

        foreach (MappingNode container in workload.PodSpec.At("initContainers").Mappings())
        {
            string name = container["name"].TryGetString(out string? text) ? text : workload.DisplayName;
            // Any other policy says how it is tried again, and not that it stays.
            if (container["restartPolicy"] is UnknownNode || container["restartPolicy"].Is("Always"))
            {
                continue;
            }

            foreach (string field in Probes.Append("lifecycle"))
            {
                if (container[field] is MappingNode given)
                {
                    yield return Combination.Of(
                        given.Origins().Any() ? given : container["image"],
                        $"The init container '{name}' has a {field} and runs to its end before anybody could ask it",
                        "leave it out, or make it a [Sidecar]");
                }
            }
        }
    }

    private static IEnumerable<Combination> Environment(MappingNode container)
    {
        foreach (MappingNode variable in container["env"].Mappings())
        {
            string name = variable["name"].TryGetString(out string? text) ? text : "?";
            if (variable["valueFrom"] is not MappingNode source)
            {
                continue;
            }

            string[] kinds = [.. SourceKinds.Where(kind => source[kind] is not null)];
            if (variable["value"] is ScalarNode { Text.Length: > 0 } value)
            {
                yield return Combination.Of(value, $"The variable '{name}' has a value and takes one from elsewhere", "use one of the two");
            }
            else if (kinds.Length > 1)
            {
                yield return Combination.Of(source[kinds[1]], $"The variable '{name}' takes its value from {kinds.Length} places", "use one of them");
            }
            else if (kinds.Length == 0)
            {
                yield return Combination.Of(variable, $"The variable '{name}' takes its value from nowhere", "give it a value, a field, or the key of a ConfigMap or Secret");
            }

            if (source.At("resourceFieldRef", "resource").TryGetString(out string? resource)
                && source.At("resourceFieldRef", "divisor").TryGetString(out string? divisor)
                && (resource.EndsWith(".cpu", StringComparison.Ordinal) ? divisor is not ("0" or "1" or "1m") : divisor == "1m"))
            {
                yield return Combination.Of(source.At("resourceFieldRef", "divisor"), $"The variable '{name}' divides {resource} by '{divisor}'", "divide cpu by 1 or 1m, and all else by 1, 1k, 1Ki or a larger one of these");
            }

            foreach (string kind in new[] { "configMapKeyRef", "secretKeyRef" })
            {
                if (source[kind] is MappingNode reference && (IsMissing(reference["name"]) || IsMissing(reference["key"])))
                {
                    yield return Combination.Of(reference, $"The variable '{name}' does not say which {(IsMissing(reference["key"]) ? "key" : "object")} it takes its value from", "set Key, and the object's name");
                }
            }
        }

        foreach (MappingNode source in container["envFrom"].Mappings())
        {
            int count = new[] { source["configMapRef"], source["secretRef"] }.Count(static reference => reference is not null);
            if (count != 1)
            {
                yield return Combination.Of(
                    count > 1 ? source["secretRef"] : source.Origins().Any() ? source : container["image"],
                    count == 0 ? "Variables are taken from neither a ConfigMap nor a Secret" : "Variables are taken from a ConfigMap and a Secret at once",
                    "name one of the two in each [EnvFrom]");
            }
        }
    }

    private static IEnumerable<Combination> ProbesOf(MappingNode container, string name)
    {
        foreach (string field in Probes)
        {
            if (container[field] is not MappingNode probe)
            {
                continue;
            }

            ManifestNode place = probe.Origins().Any() ? probe : container["image"] ?? container;
            foreach (Combination found in Handler(probe, ProbeKinds, place, $"The {field} of '{name}'", "Command, HttpPath with Port, Port, or GrpcPort"))
            {
                yield return found;
            }

            if (field == "readinessProbe" && probe["terminationGracePeriodSeconds"] is ScalarNode grace)
            {
                yield return Combination.Of(grace, $"The readiness probe of '{name}' has a grace period and stops nobody", "leave it out");
            }
        }
    }

    private static IEnumerable<Combination> HooksOf(WorkloadView workload, MappingNode container, string name)
    {
        foreach (string field in new[] { "postStart", "preStop" })
        {
            if (container.At("lifecycle", field) is not MappingNode hook)
            {
                continue;
            }

            ManifestNode place = hook.Origins().Any() ? hook : container["image"] ?? container;
            foreach (Combination found in Handler(hook, HookKinds, place, $"The {field} hook of '{name}'", "Command, HttpPath with Port, or SleepSeconds"))
            {
                yield return found;
            }
        }

        ManifestNode? seconds = container.At("lifecycle", "preStop", Sleep, "seconds");
        ManifestNode? period = workload.PodSpec.At("terminationGracePeriodSeconds");
        if (seconds.TryGetInteger(out long sleep)
            && (period is null || period is ScalarNode)
            && sleep > (period.TryGetInteger(out long grace) ? grace : Availability.PodDefaults.GracePeriodSeconds))
        {
            yield return Combination.Of(seconds, $"The preStop hook of '{name}' sleeps for longer than the grace period", "sleep less, or set a longer TerminationGracePeriodSeconds");
        }
    }

    /// <summary>A probe or hook does one thing, and says all that is needed for it.</summary>
    private static IEnumerable<Combination> Handler(MappingNode node, string[] kinds, ManifestNode place, string what, string choice)
    {
        string[] given = [.. kinds.Where(kind => node[kind] is not null)];
        if (given.Length == 0)
        {
            yield return Combination.Of(place, what + " does nothing", "set one of " + choice);
        }
        else if (given.Length > 1)
        {
            yield return Combination.Of(node[given[1]]!.Origins().Any() ? node[given[1]] : place, $"{what} does {given.Length} things at once", "set one of " + choice);
        }

        if (node.At("exec", "command") is SequenceNode { Items.Count: 0 } or null && node["exec"] is MappingNode exec)
        {
            yield return Combination.Of(exec.Origins().Any() ? exec : place, what + " runs an empty command", "name the program");
        }

        foreach (string kind in new[] { "httpGet", "tcpSocket", "grpc" })
        {
            if (node[kind] is MappingNode handler && handler["port"] is null)
            {
                yield return Combination.Of(handler.Origins().Any() ? handler : place, what + " names no port", "set Port");
            }
        }
    }

    private static bool IsMissing(ManifestNode? node) => node is null or ScalarNode { Text.Length: 0 };
}
