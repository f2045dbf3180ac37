using System.Globalization;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Rules.Names;

namespace Holdfast.Engine.Naming;

/// <summary>
/// Judges the port after a name that resolves. A Service with an address answers on its own ports alone; without one, a name leads to the
/// pods, and the ports of the Service lead nowhere.
/// </summary>
internal static class PortCheck
{
    public static NameFinding? Judge(HostName host, string text, TextUse use, KnownSets known)
    {
        if (host.Port is not { } port)
        {
            return null;
        }

        bool isPod = false;
        NameFinding? first = null;
        foreach ((KnownSet set, _) in known.WithPod(host.Labels[0]))
        {
            isPod = true;
            if (set.Service is not { Length: > 0 } service || host.Labels.Length < 2 || host.Labels[1] != service || Unserved(set, service, port, known) is not { } target)
            {
                return null;
            }

            first ??= Found(host, text, port, $"'{service}' is headless, so the name leads to the pod itself, which listens on {Text(target)}", target);
        }

        return isPod ? first : JudgeService(host, text, port, use, known);
    }

    private static NameFinding? JudgeService(HostName host, string text, long port, TextUse use, KnownSets known)
    {
        // One label is a Service only where the text is for pods, and two have its namespace.
        bool isName = host.HasServiceLabelAt(2) || (use.IsOfPods && host.IsInUrl && host.Labels.Length <= 2);
        if (!isName || host.IsOpen(0))
        {
            return null;
        }

        NameFinding? first = null;
        foreach (KnownService service in known.ServicesNamed(host.Labels[0]))
        {
            if (host.Labels.Length > 1 && !host.IsOpen(1) && service.Namespace is { } space && space != host.Labels[1])
            {
                continue;
            }

            if (host.Labels.Length == 2 && service.Namespace is null)
            {
                return null;
            }

            NameFinding? finding = service switch
            {
                { IsHeadless: true } => JudgeHeadless(host, text, port, service, known),
                { IsHeadless: false, MayBeExternal: false, Ports: { IsDefaultOrEmpty: false } ports } when ports.All(own => own.Number is { } number && number != port) => Found(
                    host,
                    text,
                    port,
                    $"the Service '{service.Name}' has the {(ports.Length == 1 ? "port" : "ports")} {string.Join(", ", ports.Select(static own => Text(own.Number!.Value)))} only",
                    ports.Length == 1 ? ports[0].Number!.Value : null),
                _ => null,
            };
            if (finding is null)
            {
                return null;
            }

            first ??= finding;
        }

        return first;
    }

    private static NameFinding? JudgeHeadless(HostName host, string text, long port, KnownService service, KnownSets known)
    {
        long? target = null;
        foreach (KnownSet set in known.GovernedBy(service.Name))
        {
            if (Unserved(set, service.Name, port, known) is not { } own)
            {
                return null;
            }

            target ??= own;
        }

        return target is { } number ? Found(host, text, port, $"the Service '{service.Name}' is headless, so the name leads to the pods themselves, which listen on {Text(number)}", number) : null;
    }

    /// <summary>
    /// The port that pods of a set listen on in place of one that their headless Service maps; null where they may listen on that, since
    /// a container may listen on a port that it does not declare.
    /// </summary>
    private static long? Unserved(KnownSet set, string service, long port, KnownSets known)
    {
        KnownService[] named = [.. known.ServicesNamed(service)];
        if (named.Length == 0 || set.PortNumbers.IsEmpty || set.PortNumbers.Contains(port) || set.PortNumbers.Contains(0))
        {
            return null;
        }

        long? target = null;
        foreach (KnownService candidate in named)
        {
            KnownPort? mapped = candidate.IsHeadless == true && !candidate.Ports.IsDefault ? candidate.Ports.FirstOrDefault(own => own.Number == port) : null;
            long? number = mapped?.TargetName is { } name ? set.NumberOf(name) : mapped?.Target;
            if (number is null || number == port || !set.PortNumbers.Contains(number.Value))
            {
                return null;
            }

            target ??= number;
        }

        return target;
    }

    private static NameFinding Found(HostName host, string text, long port, string problem, long? right)
    {
        int length = host.Length + 1 + Text(port).Length;
        string shown = HostText.Display(text.Substring(host.Start, host.Length));
        return new NameFinding(NameDescriptors.UnservedPort, host.Start, Math.Min(length, text.Length - host.Start), shown, Text(port), problem, right is { } number ? $"write '{shown}:{Text(number)}'" : "use one of them");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
