using Holdfast.Analyzers.Composing;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reports references inside a declaration that lead nowhere: ports named by probes, Services and peer lists.</summary>
internal static class ReferenceCheck
{
    public static void Report(AppDeclaration app, ReadContext context)
    {
        if (!context.KeepsOrigins)
        {
            return;
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (ProbeDeclaration? probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
            {
                if (probe is not null)
                {
                    CheckPort(app, probe.Port, context);
                    CheckPort(app, probe.GrpcPort, context);
                }
            }

            CheckPort(app, container.PostStart?.Port ?? default, context);
            CheckPort(app, container.PreStop?.Port ?? default, context);
            foreach (MountDeclaration mount in container.Mounts)
            {
                CheckVolume(app, mount, context);
            }
        }

        foreach (Declared<EquatableArray<string>> list in app.ClientServices
            .Select(static service => service.Spec.Ports)
            .Concat(app.MemberServices.Select(static service => service.Spec.Ports))
            .Append(app.NetworkPolicy?.PeerPorts ?? default)
            .Append(app.NetworkPolicy?.ClientPorts ?? default))
        {
            if (list.TryGet(out EquatableArray<string> ports))
            {
                foreach (string port in ports)
                {
                    CheckPort(app, Declared<string>.Known(port, list.Origin), context);
                }
            }
        }

        foreach (PeerListDeclaration list in app.PeerLists)
        {
            CheckPeerText(app, list, context);
        }

        foreach (PodAffinityDeclaration affinity in app.Pod.PodAffinities.Concat(app.Pod.AntiAffinities))
        {
            if (affinity.App.TryGet(out AppReference? other))
            {
                CheckApps([other], affinity.App.Origin, context);
            }
        }

        CheckApps(app.NetworkPolicy?.Clients.OrDefault(default) ?? default, app.NetworkPolicy?.Clients.Origin, context);
        CheckApps(app.NetworkPolicy?.EgressTo.OrDefault(default) ?? default, app.NetworkPolicy?.EgressTo.Origin, context);
    }

    private static void CheckApps(IEnumerable<AppReference> apps, Location? origin, ReadContext context)
    {
        foreach (AppReference app in apps.Where(static app => !app.IsApp))
        {
            context.Report(ReadingProblems.AppReference, origin, app.TypeName);
        }
    }

    private static void CheckPort(AppDeclaration app, Declared<string> reference, ReadContext context)
    {
        if (reference.TryGet(out string? member) && Find(app, member) is null)
        {
            context.Report(ReadingProblems.PortReference, reference.Origin, member, app.Type.Name, Known(app));
        }
    }

    private static void CheckVolume(AppDeclaration app, MountDeclaration mount, ReadContext context)
    {
        if (!mount.Volume.TryGet(out string? member) || Volumes.Find(app, member) is not null)
        {
            return;
        }

        string[] known = [.. Volumes.Members(app)];
        context.Report(
            ReadingProblems.VolumeReference,
            mount.Volume.Origin,
            member,
            app.Type.Name,
            known.Length == 0
                ? "declare one: [VolumeClaim(\"10Gi\")] public static partial ClaimTemplate Data { get; }"
                : "those are: " + string.Join(", ", known));
    }

    private static void CheckPeerText(AppDeclaration app, PeerListDeclaration list, ReadContext context)
    {
        if (!list.Each.TryGet(out string? text))
        {
            return;
        }

        foreach (PeerTextSegment segment in PeerText.Parse(text))
        {
            string? problem = segment.Kind switch
            {
                PeerTextSegmentKind.Invalid when segment.Text is "{" or "}" => $"the brace '{segment.Text}' is alone (double it to mean itself)",
                PeerTextSegmentKind.Invalid => $"'{{{segment.Text}}}' is no placeholder",
                PeerTextSegmentKind.Port when Find(app, segment.Text) is null => $"'{segment.Text}' is no member that declares a port",
                _ => null,
            };
            if (problem is not null)
            {
                string ports = !app.Ports.Any() ? string.Empty : " (" + MemberList(app) + ")";
                context.Report(ReadingProblems.PeerText, Within(list.Each.Origin, text, segment), list.Member.Name, problem, ports);
            }
        }
    }

    private static PortDeclaration? Find(AppDeclaration app, string member) =>
        app.Ports.FirstOrDefault(port => port.Member.Name == member);

    private static string Known(AppDeclaration app) => !app.Ports.Any()
        ? "declare one: [Port(8080)] public static partial ServicePort Http { get; }"
        : "those are: " + MemberList(app);

    private static string MemberList(AppDeclaration app) => string.Join(", ", app.Ports.Select(static port => port.Member.Name));

    /// <summary>The placeholder itself, where the argument is a plain literal in which nothing is escaped.</summary>
    private static Location? Within(Location? origin, string text, PeerTextSegment segment)
    {
        if (origin?.SourceTree?.GetRoot().FindNode(origin.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            && literal.Token.Text == "\"" + text + "\"")
        {
            return Location.Create(
                origin.SourceTree,
                new TextSpan(literal.Token.SpanStart + 1 + segment.Position, segment.Length));
        }

        return origin;
    }
}
