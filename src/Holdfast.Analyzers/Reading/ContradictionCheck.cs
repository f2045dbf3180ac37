using Holdfast.Analyzers.Composing;
using Holdfast.Analyzers.Declarations;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reports arguments of which one makes another mean nothing, or code and cluster disagree.</summary>
internal static class ContradictionCheck
{
    public static void Report(AppDeclaration app, ReadContext context)
    {
        if (app.NetworkPolicy is { NamesClients: true } policy && policy.AnyClient.OrDefault(false))
        {
            context.Report(
                ReadingProblems.Contradiction,
                policy.AnyClient.Origin,
                "The network policy says who the clients are and that everybody is one",
                "nobody is refused",
                "leave AnyClient out, or the others");
        }

        if (app.Autoscaler is { } autoscaler
            && app.Replicas.TryGet(out int replicas)
            && autoscaler.MinReplicas.TryGet(out int min)
            && autoscaler.MaxReplicas.TryGet(out int max)
            && min <= max
            && (replicas < min || replicas > max))
        {
            context.Report(
                ReadingProblems.Contradiction,
                app.Replicas.Origin,
                $"Code counts on {replicas} members and the autoscaler keeps {min} to {max}",
                replicas > max ? "code names pods that never exist" : "code does not know of pods that always do",
                "write a number between the two, or leave Replicas out");
        }

        if (Members.Count(app) > Members.MostListed)
        {
            ReportUnlisted(app, context);
        }

        // Where a Service offers the port, the number stands in the manifest and HF6005 tells of it.
        foreach (PortDeclaration port in app.Ports)
        {
            if (port.ServicePort.TryGet(out int number)
                && number is < KubernetesLimits.MinPort or > KubernetesLimits.MaxPort
                && !PortRoles.IsOffered(app, port))
            {
                context.Report(
                    ReadingProblems.Contradiction,
                    port.ServicePort.Origin,
                    $"The ServicePort {number} of '{port.Member.Name}' is no port number, and no Service offers the port",
                    "code that uses the type throws",
                    $"write a number from {KubernetesLimits.MinPort} to {KubernetesLimits.MaxPort}, or leave ServicePort out");
            }
        }
    }

    /// <summary>A list that lacks members would look like a whole one, in code and in the manifest.</summary>
    private static void ReportUnlisted(AppDeclaration app, ReadContext context)
    {
        IEnumerable<string> lists = app.PeerLists.Select(static list => $"the peer list '{list.Member.Name}'")
            .Concat(app.MemberServices.Select(static services => $"the member Services '{services.Member.Name}'"));
        foreach (string list in lists)
        {
            context.Report(
                ReadingProblems.Contradiction,
                app.Replicas.Origin ?? app.Autoscaler?.MinReplicas.Origin,
                $"There are {Members.Count(app)} members, and {list} would have the first {Members.MostListed} only, which are all that are written out one by one",
                "nothing would lead to the others",
                "declare fewer members, or remove it and look members up while they run");
        }
    }
}
