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
    private readonly Endpoint _endpoint;
    private readonly string _namespace;

    public PodStart(LocalApp app, PodContext context, Endpoint endpoint, Func<string, string> claimOf)
    {
        _app = app;
        _context = context;
        _key = endpoint.Key;
        _endpoint = endpoint;
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
        if (command.IsEngine)
        {
            return Engine(container, command);
        }

        Dictionary<string, string> variables = Variables(container, isHere: true);
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
        start.Environment.Remove(PodEnvironmentVariables.After);
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

    /// <summary>Does something to a container that runs in an engine: <c>kill</c>, <c>pause</c>, <c>unpause</c>.</summary>
    /// <returns>Whether it runs in one.</returns>
    public bool InEngine(ContainerSpec container, LocalCommand command, string what)
    {
        if (command.IsEngine)
        {
            EngineRun.Do(command.FileName, what, EngineRun.NameOf(_context.Guard, _endpoint, container));
        }

        return command.IsEngine;
    }

    /// <summary>What stands before a command that runs inside of a container.</summary>
    public ImmutableArray<string> Inside(ContainerSpec container, LocalCommand command) =>
        command.IsEngine ? [command.FileName, "exec", EngineRun.NameOf(_context.Guard, _endpoint, container)] : [];

    /// <summary>The client of a container engine that runs the container's image, which finds mounts and names as in a cluster.</summary>
    private ProcessStartInfo Engine(ContainerSpec container, LocalCommand command)
    {
        if (_context.Guard.UseEngine(command.FileName) is { } failure)
        {
            throw new LocalClusterException($"{command.FileName} makes no network for the containers of {_endpoint.Pod}: {failure}");
        }

        Dictionary<string, string> variables = Variables(container, isHere: false);
        foreach ((string name, string? value) in command.Environment)
        {
            variables.Remove(name);
            if (value is not null)
            {
                variables[name] = value;
            }
        }

        var start = new ProcessStartInfo(command.FileName) { WorkingDirectory = command.WorkingDirectory ?? "" };
        IEnumerable<(string, string)> mounts = container.Mounts
            .Where(mount => _folders.ContainsKey(mount.Volume))
            .Select(mount => (Writable(Folder(_folders[mount.Volume], mount, container)), mount.Path));
        foreach (string argument in EngineRun.Arguments(
            _context.Guard, _endpoint, container, variables.Keys, mounts, container.Args.Select(argument => LocalText.Expand(argument, variables))))
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment[OrphanGuard.Variable] = _context.Guard.Mark;
        return start;
    }

    /// <summary>The user of an image is none of this machine, so that its folders are open to all.</summary>
    private static string Writable(string path)
    {
        if (!OperatingSystem.IsWindows() && Directory.Exists(path))
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        }

        return path;
    }

    /// <summary>Where members are, as processes read it.</summary>
    public static string MembersText(IEnumerable<Endpoint> members) => string.Join(' ', members.SelectMany(member => member.Ports
        .Where(port => port.Name.Length > 0)
        .Select(port => PodEnvironmentVariables.LocalMember(member.Namespace, member.Pod, port.Name) + new IPEndPoint(member.Address, port.Actual))));

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
    /// <param name="container">The container.</param>
    /// <param name="isHere">Whether it is a process of this machine, which finds folders and addresses in place of mounts and names.</param>
    private Dictionary<string, string> Variables(ContainerSpec container, bool isHere)
    {
        string Text(string text) => isHere ? Localised(text, container) : text;

        // The address here leads nowhere inside of a container; its own is known only once it runs, and goes by its name.
        string Value(string text) => isHere ? text : text.Replace(_endpoint.Address.ToString(), $"{_endpoint.Pod}.{_endpoint.Subdomain}", StringComparison.Ordinal);
        Dictionary<string, string> variables = Identity();
        variables["POD_IP"] = Value(_values.Field("status.podIP"));
        foreach (EnvFromSpec from in container.EnvFrom)
        {
            foreach ((string key, string value) in _values.Texts(from.Kind, from.Name, from.Optional) ?? AppSpec.Empty)
            {
                variables[from.Prefix + key] = Text(value);
            }
        }

        foreach (EnvSpec env in container.Env)
        {
            if (_values.Value(env, container) is { } value)
            {
                variables[env.Name] = env.Source is null ? Text(LocalText.Expand(value, variables)) : Value(value);
            }
        }

        foreach ((string name, string value) in _app.Variables)
        {
            variables[name] = LocalText.Expand(value, variables);
        }

        // The cluster has waited, and a member that runs on a machine that is itself a pod must not ask that pod's API server.
        variables.Remove(PodEnvironmentVariables.After);
        return variables;
    }

    /// <summary>What tells the process that it is a member of a local cluster.</summary>
    private IEnumerable<KeyValuePair<string, string>> Own(ContainerSpec container)
    {
        yield return new(OrphanGuard.Variable, _context.Guard.Mark);
        yield return new(PodEnvironmentVariables.LocalDns, _context.DnsOf(_key).ToString());
        yield return new(PodEnvironmentVariables.LocalListen, Address.ToString());
        yield return new(PodEnvironmentVariables.LocalMembers, MembersText(_context.Members()));
        if (_app.Workload is StatefulSetInfo set)
        {
            yield return new(PodEnvironmentVariables.LocalSet, _context.Volumes.SetFile(_namespace, set.Name));
        }

        foreach ((string name, int declared, int actual) in Ports.Where(port => port.Name.Length > 0 && port.Declared != port.Actual))
        {
            yield return new(PodEnvironmentVariables.Local(PodEnvironmentVariables.LocalPortPrefix, name), actual.ToString(CultureInfo.InvariantCulture));
        }

        foreach (MountSpec mount in container.Mounts.DistinctBy(mount => mount.Volume))
        {
            if (_folders.TryGetValue(mount.Volume, out string? folder))
            {
                yield return new(PodEnvironmentVariables.Local(PodEnvironmentVariables.LocalPathPrefix, mount.Volume), Folder(folder, mount, container));
            }
        }
    }

    /// <summary>Which pod it is, whatever the manifest gives the container.</summary>
    private Dictionary<string, string> Identity()
    {
        var identity = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PodEnvironmentVariables.PodName] = _values.Field("metadata.name"),
            [PodEnvironmentVariables.PodNamespace] = _values.Field("metadata.namespace"),
        };
        if (_values.Labels.TryGetValue(KubernetesLabels.PodIndex, out string? ordinal))
        {
            identity[PodEnvironmentVariables.PodOrdinal] = ordinal;
        }

        return identity;
    }

    /// <summary>The variables that paths are made of: which pod it is, and fields of it; others may themselves name paths.</summary>
    private Dictionary<string, string> Named(ContainerSpec container)
    {
        Dictionary<string, string> identity = Identity();
        foreach (EnvSpec env in container.Env)
        {
            if (env.Source is not null && _values.Value(env, container) is { } value)
            {
                identity[env.Name] = value;
            }
        }

        return identity;
    }

    private string Localised(string text, ContainerSpec container)
    {
        ImmutableArray<(string Path, string Folder)> mounts =
        [
            .. container.Mounts
                .Where(mount => _folders.ContainsKey(mount.Volume))
                .OrderByDescending(mount => mount.Path.Length)
                .Select(mount => (mount.Path, Folder(_folders[mount.Volume], mount, container))),
        ];
        text = LocalText.WithFolders(text, mounts);
        return _context.Options.KeepNames ? text : LocalText.WithAddresses(text, host => HostNames.Find(_context.Network, _namespace, host));
    }

    private string Folder(string folder, MountSpec mount, ContainerSpec container)
    {
        string subPath = mount.IsExpression ? LocalText.Expand(mount.SubPath, Named(container)) : mount.SubPath;
        string path = subPath.Length == 0 ? folder : Path.Combine(folder, subPath);

        // What is mounted by itself is a file or a folder of the volume; the kubelet makes a folder of what is not there.
        if (mount.SubPath.Length > 0 && !File.Exists(path))
        {
            Directory.CreateDirectory(path);
        }

        return path;
    }
}
