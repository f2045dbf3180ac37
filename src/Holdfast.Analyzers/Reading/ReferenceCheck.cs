using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reports references inside a declaration that lead nowhere: ports named by probes, Services and peer lists.</summary>
internal static class ReferenceCheck
{
    public static void Report(AppDeclaration app, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            CheckProbe(app, container.StartupProbe, context);
            CheckProbe(app, container.ReadinessProbe, context);
            CheckProbe(app, container.LivenessProbe, context);
            CheckPort(app, container.PostStart?.Port ?? default, context);
            CheckPort(app, container.PreStop?.Port ?? default, context);
            foreach (MountDeclaration mount in container.Mounts)
            {
                CheckVolume(app, mount, context);
            }
        }

        foreach (ClientServiceDeclaration service in app.ClientServices)
        {
            CheckPorts(app, service.Spec.Ports, context);
        }

        foreach (ReplicaServiceDeclaration service in app.ReplicaServices)
        {
            CheckPorts(app, service.Spec.Ports, context);
        }

        if (app.NetworkPolicy is { } policy)
        {
            CheckPorts(app, policy.PeerPorts, context);
            CheckPorts(app, policy.ClientPorts, context);
        }

        foreach (PeerListDeclaration list in app.PeerLists)
        {
            CheckPeerText(app, list, context);
        }

        foreach (AddressDeclaration address in app.Containers.SelectMany(static container => container.Addresses))
        {
            CheckAddress(app, address, context);
        }

        foreach (PodAffinityDeclaration affinity in app.Pod.PodAffinities.Concat(app.Pod.AntiAffinities))
        {
            if (affinity.App.TryGet(out AppReference? other))
            {
                CheckApps([other], affinity.App.Location, context);
            }
        }

        CheckApps(app.NetworkPolicy?.Clients.OrDefault(default) ?? default, app.NetworkPolicy?.Clients.Location, context);
        CheckApps(app.NetworkPolicy?.EgressTo.OrDefault(default) ?? default, app.NetworkPolicy?.EgressTo.Location, context);
    }

    private static void CheckAddress(AppDeclaration app, AddressDeclaration address, ReadContext context)
    {
        if (address.Target is not { } target || !address.Text.TryGet(out string? text))
        {
            return;
        }

        var placeholder = new AddressPlaceholder(app, target);
        Func<TextSpan, Location?> places = address.Text.Location is { } location
            ? LiteralLocations.In(location, text, context.CancellationToken)
            : static _ => null;
        foreach (TemplateSegment segment in TemplateText.Parse(text))
        {
            if (segment.Kind == TemplateSegmentKind.Brace)
            {
                context.Report(ReadingProblems.Address, places(new TextSpan(segment.Position, segment.Length)), address.Member.Name, $"the brace '{segment.Text}' is alone", "double it to mean itself");
                continue;
            }

            if (segment.Kind == TemplateSegmentKind.Literal || placeholder.Resolve(segment.Text) is not { Problem: { } problem } part)
            {
                continue;
            }

            // The name at fault alone, so that another can take its place.
            int at = part.Name is { } name ? segment.Text.IndexOf(name, StringComparison.Ordinal) : -1;
            if (part.Name is not null && segment.Text.Split(':') is [_, { } second] && second.Trim() == part.Name)
            {
                at = segment.Text.LastIndexOf(part.Name, StringComparison.Ordinal);
            }

            string? nearest = part.Name is not null ? NearestName.Find(part.Name, part.Candidates ?? []) : null;
            context.Report(
                ReadingProblems.Address,
                places(at < 0 ? new TextSpan(segment.Position, segment.Length) : new TextSpan(segment.Position + 1 + at, part.Name!.Length)),
                FixProperties.Replace(nearest),
                address.Member.Name,
                problem,
                nearest is not null ? $"did you mean '{nearest}'?" : Advice(placeholder, part));
        }
    }

    private static string Advice(AddressPlaceholder placeholder, AddressPart part)
    {
        string[] names = [.. part.Candidates ?? [.. placeholder.Names]];
        return names.Length == 0
            ? "declare a [ClientService] there"
            : (part.Candidates is null ? "placeholders begin with " : "the candidates are: ") + string.Join(", ", names);
    }

    private static void CheckApps(IEnumerable<AppReference> apps, Location? location, ReadContext context)
    {
        foreach (AppReference app in apps.Where(static app => !app.IsApp))
        {
            context.Report(ReadingProblems.AppReference, location, app.TypeName);
        }
    }

    private static void CheckProbe(AppDeclaration app, ProbeDeclaration? probe, ReadContext context)
    {
        if (probe is not null)
        {
            CheckPort(app, probe.Port, context);
            CheckPort(app, probe.GrpcPort, context);
        }
    }

    private static void CheckPorts(AppDeclaration app, Declared<EquatableArray<string>> list, ReadContext context)
    {
        if (list.TryGet(out EquatableArray<string> ports))
        {
            foreach (string port in ports)
            {
                CheckPort(app, Declared<string>.Known(port, list.Location), context);
            }
        }
    }

    private static void CheckPort(AppDeclaration app, Declared<string> reference, ReadContext context)
    {
        if (reference.TryGet(out string? member) && Find(app, member) is null)
        {
            context.Report(
                ReadingProblems.PortReference,
                reference.Location,
                member,
                app.Type.Name,
                NearestPort(app, member) is { } nearest ? $"did you mean '{nearest}'?" : Known(app));
        }
    }

    private static void CheckVolume(AppDeclaration app, MountDeclaration mount, ReadContext context)
    {
        if (!mount.Volume.TryGet(out string? member) || Volumes.Find(app, member) is not null
            || app.Containers.SelectMany(static container => container.RefusedMembers).Any(refused => refused.Member.Name == member))
        {
            return;
        }

        string[] known = [.. Volumes.Members(app)];
        context.Report(
            ReadingProblems.VolumeReference,
            mount.Volume.Location,
            member,
            app.Type.Name,
            NearestName.Find(member, known) is { } nearest ? $"did you mean '{nearest}'?"
                : known.Length == 0 ? "declare one: [VolumeClaim(\"10Gi\")] public static partial ClaimTemplate Data { get; }"
                : "the volumes are: " + string.Join(", ", known));
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
                PeerTextSegmentKind.Invalid => $"'{{{segment.Text}}}' is not a placeholder",
                PeerTextSegmentKind.Port when Find(app, segment.Text) is null => $"'{segment.Text}' is not a member that declares a port{Meant(app, segment.Text)}",
                _ => null,
            };
            if (problem is not null)
            {
                string ports = !app.Ports.Any() ? string.Empty : " (" + MemberList(app) + ")";
                context.Report(ReadingProblems.PeerText, Within(list.Each.Location, text, segment), list.Member.Name, problem, ports);
            }
        }
    }

    private static PortDeclaration? Find(AppDeclaration app, string member) =>
        app.Ports.FirstOrDefault(port => port.Member.Name == member);

    private static string Known(AppDeclaration app) => !app.Ports.Any()
        ? "declare one: [Port(8080)] public static partial ServicePort Http { get; }"
        : "the ports are: " + MemberList(app);

    private static string? NearestPort(AppDeclaration app, string member) => NearestName.Find(member, app.Ports.Select(static port => port.Member.Name));

    private static string Meant(AppDeclaration app, string member) => NearestPort(app, member) is { } nearest ? $" (did you mean '{nearest}'?)" : string.Empty;

    private static string MemberList(AppDeclaration app) => string.Join(", ", app.Ports.Select(static port => port.Member.Name));

    /// <summary>The placeholder itself, where the argument is a plain literal in which nothing is escaped.</summary>
    private static Location? Within(Location? location, string text, PeerTextSegment segment)
    {
        if (location?.SourceTree?.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            && literal.Token.Text == "\"" + text + "\"")
        {
            return Location.Create(
                location.SourceTree,
                new TextSpan(literal.Token.SpanStart + 1 + segment.Position, segment.Length));
        }

        return location;
    }
}
