using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What does not go together in a container, or in a container and its pod.</summary>
internal static class ContainerCombinations
{
    private static readonly string[] Later = ["startupProbe", "readinessProbe", "livenessProbe", "lifecycle"];

    private static readonly string[] HooksOfAll = ["preStop", "postStart"];

    public static IEnumerable<Combination> Find(PodOwnerView workload)
    {
        IEnumerable<Combination> found = InitContainers(workload);
        foreach (MappingNode container in workload.Containers)
        {
            found = found.Concat(Hooks(workload, container)).Concat(Privileges(container));
        }

        return found;
    }

    private static IEnumerable<Combination> InitContainers(PodOwnerView workload)
    {
        List<Combination>? found = null;
        foreach (MappingNode container in workload.PodSpec.At("initContainers").Mappings())
        {
            // Any other policy says how it is tried again, and not that it stays.
            if (container["restartPolicy"] is UnknownNode || container["restartPolicy"].Is("Always"))
            {
                continue;
            }

            foreach (string field in Later)
            {
                if (container[field] is MappingNode given)
                {
                    (found ??= []).Add(Combination.Of(
                        given.Locations().Any() ? given : container["image"],
                        Phrase.Of($"The init container '{NameOf(container, workload)}' has {new FieldText("Container", field)} and ends before the pod starts"),
                        Phrase.Of($"remove it, or make it a sidecar with `Container.restartPolicy: Always`")));
                }
            }
        }

        return found ?? Combination.None;
    }

    private static IEnumerable<Combination> Hooks(PodOwnerView workload, MappingNode container)
    {
        List<Combination>? found = null;
        ManifestNode? period = workload.PodSpec.At("terminationGracePeriodSeconds");
        foreach (string hook in HooksOfAll)
        {
            ManifestNode? seconds = container.At("lifecycle", hook, "sleep", "seconds");
            if (seconds.TryGetInteger(out long sleep)
                && (period is null || period is ScalarNode)
                && sleep > (period.TryGetInteger(out long grace) ? grace : Availability.PodDefaults.GracePeriodSeconds))
            {
                (found ??= []).Add(Combination.Of(seconds, $"The {hook} hook of '{NameOf(container, workload)}' sleeps for longer than the grace period", Phrase.Of($"sleep less, or raise `PodSpec.terminationGracePeriodSeconds`")));
            }
        }

        return found ?? Combination.None;
    }

    private static IEnumerable<Combination> Privileges(MappingNode container)
    {
        List<Combination>? found = null;
        ManifestNode? security = container["securityContext"];
        if (security.At("allowPrivilegeEscalation") is not ScalarNode { Kind: ScalarKind.Boolean, Text: "false" })
        {
            return found ?? Combination.None;
        }

        // In this spelling only: the one that runtimes know, SYS_ADMIN, is not looked for (1.36).
        foreach (ManifestNode capability in (security.At("capabilities", "add") as SequenceNode)?.Items ?? default)
        {
            if (capability.Is("CAP_SYS_ADMIN"))
            {
                (found ??= []).Add(Combination.Of(capability, "A container with CAP_SYS_ADMIN does not allow privilege escalation", Phrase.Of($"set `SecurityContext.allowPrivilegeEscalation: true`, or remove the capability")));
            }
        }

        return found ?? Combination.None;
    }

    private static string NameOf(MappingNode container, PodOwnerView workload) => container["name"].TryGetString(out string? name) ? name : workload.DisplayName;
}
