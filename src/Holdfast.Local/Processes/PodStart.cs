using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;
using Holdfast.WellKnown;

namespace Holdfast.Local.Processes;

/// <summary>How the containers of one pod are started: environment, arguments, folders, addresses.</summary>
internal sealed class PodStart
{
    private readonly LocalApp _app;
    private readonly PodContext _context;
    private readonly PodValues _values;
    private readonly ImmutableDictionary<string, string> _folders;
    private readonly Func<int, int> _portOf;
    private readonly string _key;
    private readonly string _namespace;

    public PodStart(LocalApp app, PodContext context, Endpoint endpoint, Func<string, string> claimOf)
    {
        _app = app;
        _context = context;
        _key = endpoint.Key;
        _namespace = endpoint.Namespace;
        Address = endpoint.Listens;
        _portOf = declared => endpoint.Port(declared.ToString(CultureInfo.InvariantCulture)) ?? declared;
        Ports = endpoint.Ports;
        _values = new PodValues(app.Spec, app.Secrets, endpoint, app.Source);
        _folders = context.Volumes.Create(app.Spec, endpoint, claimOf, _values);
    }

    /// <summary>Where it listens.</summary>
    public IPAddress Address { get; }

    public ImmutableArray<(string Name, int Declared, int Actual)> Ports { get; }

    public Func<int, int> PortOf => _portOf;

    /// <summary>The process of a container.</summary>
    public ProcessStartInfo Process(ContainerSpec container, LocalCommand command)
    {
        Dictionary<string, string> variables = Variables(container);
        var start = new ProcessStartInfo(command.FileName) { WorkingDirectory = command.WorkingDirectory ?? "" };
        foreach (string argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string argument in container.Args)
        {
            start.ArgumentList.Add(Localised(LocalText.Expand(argument, variables), container));
        }

        start.Environment.Remove(PodEnvironmentVariables.DevelopmentOrdinal);
        Array.ForEach(AspNetUrls.Variables, name => start.Environment.Remove(name));
        foreach ((string name, string value) in variables.Concat(Own(container)))
        {
            start.Environment[name] = value;
        }

        if (AspNetUrls.Of(variables, container.Ports.Where(port => port.IsTcp).Select(port => port.Number), Address, _portOf) is { } urls)
        {
            Array.ForEach(AspNetUrls.Variables, name => start.Environment.Remove(name));
            start.Environment[AspNetUrls.Variable] = urls;
        }

        foreach ((string name, string? value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>A port that something else listens on, if there is one.</summary>
    public (string Name, int Number)? TakenPort(IEnumerable<ContainerSpec> containers)
    {
        foreach (PortSpec port in containers.SelectMany(container => container.Ports).Where(port => port.IsTcp))
        {
            using var socket = new System.Net.Sockets.Socket(Address.AddressFamily, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(Address, _portOf(port.Number)));
                socket.Listen();
            }
            catch (System.Net.Sockets.SocketException)
            {
                return (port.Name.Length > 0 ? port.Name : "without a name", _portOf(port.Number));
            }
        }

        return null;
    }

    /// <summary>What the manifest gives the container, in its order: later variables may use earlier ones.</summary>
    private Dictionary<string, string> Variables(ContainerSpec container)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PodEnvironmentVariables.PodName] = _values.Field("metadata.name"),
            [PodEnvironmentVariables.PodNamespace] = _values.Field("metadata.namespace"),
            ["POD_IP"] = _values.Field("status.podIP"),
        };
        if (_values.Labels.TryGetValue(KubernetesLabels.PodIndex, out string? ordinal))
        {
            variables[PodEnvironmentVariables.PodOrdinal] = ordinal;
        }

        foreach (EnvFromSpec from in container.EnvFrom)
        {
            foreach ((string key, string value) in _values.Texts(from.Kind, from.Name, from.Optional) ?? AppSpec.Empty)
            {
                variables[from.Prefix + key] = Localised(value, container);
            }
        }

        foreach (EnvSpec env in container.Env)
        {
            if (_values.Value(env, container) is { } value)
            {
                variables[env.Name] = env.Source is null ? Localised(LocalText.Expand(value, variables), container) : value;
            }
        }

        return variables;
    }

    /// <summary>What tells the process that it is a member of a local cluster.</summary>
    private IEnumerable<KeyValuePair<string, string>> Own(ContainerSpec container)
    {
        yield return new(OrphanGuard.Variable, _context.Guard.Mark);
        yield return new(PodEnvironmentVariables.LocalDns, _context.DnsOf(_key).ToString());
        yield return new(PodEnvironmentVariables.LocalListen, Address.ToString());
        yield return new(PodEnvironmentVariables.LocalMembers, string.Join(' ', _context.Members().SelectMany(member => member.Ports
            .Where(port => port.Name.Length > 0)
            .Select(port => PodEnvironmentVariables.LocalMember(member.Namespace, member.Pod, port.Name)
                + new IPEndPoint(member.Address, port.Actual)))));
        foreach ((string name, int declared, int actual) in Ports.Where(port => port.Name.Length > 0 && port.Declared != port.Actual))
        {
            yield return new(PodEnvironmentVariables.Local(PodEnvironmentVariables.LocalPortPrefix, name), actual.ToString(CultureInfo.InvariantCulture));
        }

        foreach (MountSpec mount in container.Mounts.DistinctBy(mount => mount.Volume))
        {
            if (_folders.TryGetValue(mount.Volume, out string? folder))
            {
                yield return new(PodEnvironmentVariables.Local(PodEnvironmentVariables.LocalPathPrefix, mount.Volume), Folder(folder, mount));
            }
        }
    }

    private string Localised(string text, ContainerSpec container)
    {
        ImmutableArray<(string Path, string Folder)> mounts =
        [
            .. container.Mounts
                .Where(mount => _folders.ContainsKey(mount.Volume))
                .OrderByDescending(mount => mount.Path.Length)
                .Select(mount => (mount.Path, Folder(_folders[mount.Volume], mount))),
        ];
        text = LocalText.WithFolders(text, mounts);
        return _context.Options.KeepNames ? text : LocalText.WithAddresses(text, host => HostNames.Find(_context.Network, _namespace, host));
    }

    private static string Folder(string folder, MountSpec mount)
    {
        string path = mount.SubPath.Length == 0 ? folder : Path.Combine(folder, mount.SubPath);

        // What is mounted by itself is a file or a folder of the volume; the kubelet makes a folder of what is not there.
        if (mount.SubPath.Length > 0 && !File.Exists(path))
        {
            Directory.CreateDirectory(path);
        }

        return path;
    }
}
