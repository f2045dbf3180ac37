using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Names of replicas and Services in variables become what makes them, peer lists and addresses, where that gives the very same text.
/// A variable that others refer to, or that refers to others, stays where it is.
/// </summary>
internal static class NamesOfOthers
{
    private const string Reference = "$(";

    /// <summary>What the hosts of a list stand between.</summary>
    private static readonly string[] Separators = [",", ";", " ", ", "];

    private static readonly Regex Number = new("[0-9]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <param name="app">The application.</param>
    /// <param name="naming">The names of its members.</param>
    /// <param name="others">All other applications of the import.</param>
    public static AppDeclaration Apply(AppDeclaration app, MemberNaming naming, IReadOnlyList<AppDeclaration> others)
    {
        // A list names the ports of all containers, so those have to be there before any of them changes.
        AppDeclaration whole = app;
        return app with
        {
            Container = Apply(whole, app.Container, naming, others),
            MoreContainers = app.MoreContainers.Select(container => Apply(whole, container, naming, others)).ToEquatableArray(),
        };
    }

    private static ContainerDeclaration Apply(AppDeclaration app, ContainerDeclaration container, MemberNaming naming, IReadOnlyList<AppDeclaration> others)
    {
        if (container.Env.Any(static variable => variable.Value.OrDefault(string.Empty).IndexOf(Reference, StringComparison.Ordinal) >= 0))
        {
            return container;
        }

        var env = new List<EnvDeclaration>();
        var lists = new List<PeerListDeclaration>();
        var addresses = new List<AddressDeclaration>();
        foreach (EnvDeclaration variable in container.Env)
        {
            bool isOnly = container.Env.Count(other => other.Name.Equals(variable.Name)) == 1;
            if (isOnly && variable.Value.TryGet(out string? value) && value.Length > 0)
            {
                if (PeerList(app, value) is var (each, separator) && each.Length > 0)
                {
                    lists.Add(new PeerListDeclaration(naming.Take("peers", "Peers"), variable.Name, Said.Of(each), Said.Of(separator)));
                    continue;
                }

                if (Address(app, value, others) is { Target: { } target } address)
                {
                    addresses.Add(address with { Member = naming.Take(target.Name.OrDefault(string.Empty) + "-address", "Address"), Env = variable.Name });
                    continue;
                }
            }

            env.Add(variable);
        }

        return lists.Count + addresses.Count == 0
            ? container
            : container with { Env = env.ToEquatableArray(), PeerLists = lists.ToEquatableArray(), Addresses = addresses.ToEquatableArray() };
    }

    /// <summary>The text for each replica and what is between two; empty where the value does not list all replicas.</summary>
    private static (string Each, string Separator) PeerList(AppDeclaration app, string value)
    {
        int count = DeclaredReplicas.Listed(app);
        if (app.Kind != WorkloadKind.StatefulSet || count < 2)
        {
            return (string.Empty, string.Empty);
        }

        foreach (string separator in Separators)
        {
            string[] items = value.Split([separator], StringSplitOptions.None);
            if (items.Length != count || items[0].IndexOf(DeclaredReplicas.Pod(app, DeclaredReplicas.Start(app)), StringComparison.Ordinal) < 0)
            {
                continue;
            }

            foreach (string each in Templates(app, items[0]))
            {
                if (PeerListText.Expand(app, new PeerListDeclaration(new MemberShape(string.Empty, string.Empty, string.Empty, CanImplement: true), default, Said.Of(each), Said.Of(separator))) == value)
                {
                    return (each, separator);
                }
            }
        }

        return (string.Empty, string.Empty);
    }

    /// <summary>What the text of the first replica may be made of, the shortest form first.</summary>
    private static IEnumerable<string> Templates(AppDeclaration app, string first)
    {
        int start = DeclaredReplicas.Start(app);
        string pod = DeclaredReplicas.Pod(app, start);
        string host = DeclaredReplicas.Host(app, start);
        string text = Escape(first);
        string[] hosts = [text.Replace(host, "{host}"), text.Replace(pod, "{name}")];
        foreach (string template in hosts.Distinct(StringComparer.Ordinal))
        {
            string withPorts = Ports(app, template);
            yield return withPorts;
            yield return template;

            // A number before the host is the replica's own, counted from where the application counts.
            int name = withPorts.IndexOf('{');
            Match number = Number.Match(withPorts);
            if (number.Success && number.Index < name && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int counted))
            {
                int offset = counted - start;
                string ordinal = offset == 0 ? "{ordinal}" : "{ordinal" + offset.ToString("+0;-0", CultureInfo.InvariantCulture) + "}";
                yield return withPorts.Substring(0, number.Index) + ordinal + withPorts.Substring(number.Index + number.Length);
            }
        }
    }

    private static string Ports(AppDeclaration app, string template)
    {
        foreach (PortDeclaration port in app.Ports)
        {
            string number = ":" + port.Number.OrDefault(0).ToString(CultureInfo.InvariantCulture);
            int index = template.IndexOf(number, StringComparison.Ordinal);
            int end = index + number.Length;
            if (index >= 0 && (end == template.Length || !char.IsDigit(template[end])))
            {
                template = template.Substring(0, index) + ":{" + port.Member.Name + "}" + template.Substring(end);
            }
        }

        return template;
    }

    private static AddressDeclaration? Address(AppDeclaration app, string value, IReadOnlyList<AppDeclaration> others)
    {
        foreach (AppDeclaration other in others)
        {
            foreach ((string host, string placeholder, IEnumerable<PortDeclaration> ports) in Hosts(app, other))
            {
                foreach (PortDeclaration port in ports)
                {
                    int number = placeholder == "first" ? port.Number.OrDefault(0) : port.ServicePort.OrDefault(port.Number.OrDefault(0));
                    string written = host + ":" + number.ToString(CultureInfo.InvariantCulture);
                    if (Replaced(value, written, "{" + placeholder + ":" + port.Member.Name + "}") is { } text && Made(app, other, text, value) is { } address)
                    {
                        return address;
                    }
                }

                // Alone, a name may mean anything; in a URL it is a host.
                if (Replaced(value, "://" + host, "://{" + placeholder + "}") is { } url && Made(app, other, url, value) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Host, string Placeholder, IEnumerable<PortDeclaration> Ports)> Hosts(AppDeclaration app, AppDeclaration other)
    {
        string? space = GoverningService.Namespace(other);
        space = space == GoverningService.Namespace(app) ? null : space;
        if (other.Kind == WorkloadKind.StatefulSet && GoverningService.KnownName(other).Length > 0)
        {
            yield return (KubernetesNames.PodHost(DeclaredReplicas.Pod(other, DeclaredReplicas.Start(other)), GoverningService.KnownName(other), space, null), "first", other.Ports);
        }

        foreach (ContainerDeclaration container in other.Containers)
        {
            foreach (ClientServiceDeclaration service in container.ClientServices)
            {
                yield return (KubernetesNames.ServiceHost(service.Name.OrDefault(string.Empty), space, null), service.Member.Name, OfferedPorts.Of(other, container, service.Spec));
            }
        }
    }

    /// <summary>The value as a template; null where the host is not in it as a name by itself.</summary>
    private static string? Replaced(string value, string written, string placeholder)
    {
        int index = value.IndexOf(written, StringComparison.Ordinal);
        if (index < 0 || (index > 0 && IsInName(value[index - 1]) && written[0] != ':') || (index + written.Length < value.Length && IsInName(value[index + written.Length])))
        {
            return null;
        }

        return Escape(value.Substring(0, index)) + placeholder + Escape(value.Substring(index + written.Length));
    }

    private static AddressDeclaration? Made(AppDeclaration app, AppDeclaration target, string text, string value)
    {
        var address = new AddressDeclaration(new MemberShape(string.Empty, string.Empty, string.Empty, CanImplement: true), default, Said.Of(text), target) { IsOfThisProject = true };
        return AddressText.IsKnown(app, address) && AddressText.Expand(app, address) == value ? address : null;
    }

    private static bool IsInName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or ':';

    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
}
