using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Reporting;
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
                policy.AnyClient.Location,
                "The network policy names clients and also allows any client",
                "no client is refused",
                "remove AnyClient, or the clients");
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
                app.Replicas.Location,
                $"Code counts on {replicas} replicas, but the autoscaler keeps {min} to {max}",
                replicas > max ? "code names pods that never exist" : "code misses pods that always exist",
                "set Replicas to a number between the two, or remove it");
        }

        ReportPortsWithoutNumber(app, context);
        ReportUnused(app, context);
        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (ProbeDeclaration probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }.OfType<ProbeDeclaration>())
            {
                ReportTwoPorts(probe.Port, probe.PortNumber, context);
            }

            foreach (HookDeclaration hook in new[] { container.PostStart, container.PreStop }.OfType<HookDeclaration>())
            {
                ReportTwoPorts(hook.Port, hook.PortNumber, context);
            }
        }

        if (DeclaredReplicas.Count(app) > DeclaredReplicas.MostListed)
        {
            ReportUnlisted(app, context);
        }

        // Where a Service offers the port, the number is in the manifest and HF6005 reports it.
        foreach (PortDeclaration port in app.Ports)
        {
            if (port.ServicePort.TryGet(out int number)
                && number is < KubernetesLimits.MinPort or > KubernetesLimits.MaxPort
                && !PortRoles.IsOffered(app, port))
            {
                context.Report(
                    ReadingProblems.Contradiction,
                    port.ServicePort.Location,
                    $"The ServicePort {number} of '{port.Member.Name}' is not a port number, and no Service offers the port",
                    "code that uses the type throws",
                    $"write a number from {KubernetesLimits.MinPort} to {KubernetesLimits.MaxPort}, or remove ServicePort");
            }
        }
    }

    /// <summary>Only an image that the project publishes has a port that goes without saying.</summary>
    private static void ReportPortsWithoutNumber(AppDeclaration app, ReadContext context)
    {
        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (PortDeclaration port in container.Ports)
            {
                if (port.Number.State == DeclaredState.Absent)
                {
                    context.Report(
                        ReadingProblems.Contradiction,
                        port.Member.Location,
                        $"The port '{port.Member.Name}' has no number, and its container's image is not one of .NET that the project publishes",
                        "it is not known where the container listens",
                        $"write the number, such as [Port({ManifestDefaults.DotNetHttpPort})]");
                }
            }
        }
    }

    /// <summary>What belongs to an object that is not made is in no manifest.</summary>
    private static void ReportUnused(AppDeclaration app, ReadContext context)
    {
        if (app.Autoscaler is null && app.Container.Items.FirstOrDefault(static item => item.Attribute.Place == FieldPlace.Autoscaler) is { Fields.Count: > 0 } metric)
        {
            context.Report(
                ReadingProblems.Contradiction,
                metric.Fields[0].Value.Location,
                $"[{metric.Attribute.Attribute}] says what an autoscaler follows, and '{app.Type.Name}' has none",
                "the number of replicas stays as it is",
                "add [Autoscaler], or remove it");
        }

        if (app.Pod.ServiceAccount is { } account
            && !account.Create.OrDefault(false)
            && account.Create.State != DeclaredState.Unknown
            && app.Container.Fields.FirstOrDefault(static value => value.Argument.Place == FieldPlace.ServiceAccount) is { } secrets)
        {
            context.Report(
                ReadingProblems.Contradiction,
                secrets.Value.Location,
                "The ServiceAccount is not made with the application and has image pull secrets here",
                "pods with it do not get them",
                "set Create = true, or use [ImagePullSecret]");
        }
    }

    private static void ReportTwoPorts(Declared<string> member, Declared<int> number, ReadContext context)
    {
        if (member.TryGet(out string? name) && number.State == DeclaredState.Known)
        {
            context.Report(
                ReadingProblems.Contradiction,
                number.Location,
                $"The port is given by its number and as '{name}'",
                "the number alone counts",
                "remove PortNumber, or Port");
        }
    }

    /// <summary>A list that lacks replicas would look like a whole one, in code and in the manifest.</summary>
    private static void ReportUnlisted(AppDeclaration app, ReadContext context)
    {
        IEnumerable<string> lists = app.PeerLists.Select(static list => $"the peer list '{list.Member.Name}'")
            .Concat(app.ReplicaServices.Select(static services => $"the Services '{services.Member.Name}'"));
        foreach (string list in lists)
        {
            context.Report(
                ReadingProblems.Contradiction,
                app.Replicas.Location ?? app.Autoscaler?.MinReplicas.Location,
                $"There are {DeclaredReplicas.Count(app)} replicas, and {list} would have only the first {DeclaredReplicas.MostListed}, which is the most that Holdfast lists",
                "nothing would lead to the others",
                "declare fewer replicas, or remove it and look replicas up at run time");
        }
    }
}
