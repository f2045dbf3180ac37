using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using Holdfast.Local.Manifests;

namespace Holdfast.Aspire;

/// <summary>
/// A StatefulSet in an Aspire application. When it runs, its replicas are processes of this machine that Holdfast.Local starts and stops in
/// the order of the StatefulSet controller. It is <c>Running</c> while all replicas are Ready and nothing is left to do.
/// </summary>
public sealed class StatefulAppResource : Resource, IResourceWithServiceDiscovery, IResourceWithEnvironment, IResourceWithWaitSupport
{
    private readonly SortedDictionary<int, StatefulReplicaResource> _replicas = [];

    internal StatefulAppResource(LocalApp app, AppSource source, LocalClusterHost host)
        : base(app.Set.Name)
    {
        App = app;
        Source = source;
        Host = host;
    }

    /// <summary>The set as the manifest declares it.</summary>
    public StatefulSetInfo Set => App.Set;

    /// <summary>The set as it runs; <see langword="null"/> before the application starts, and when it is published.</summary>
    public LocalSet? Running { get; internal set; }

    /// <summary>The replicas that the manifest declares, and those that have been there since, by ordinal.</summary>
    public IReadOnlyList<StatefulReplicaResource> Replicas
    {
        get
        {
            lock (_replicas)
            {
                return [.. _replicas.Values];
            }
        }
    }

    /// <summary>Whether its replicas are started and stopped: what it waits for is ready, and there is a program to run.</summary>
    internal bool HasBegun { get; set; }

    internal LocalApp App { get; set; }

    internal AppSource Source { get; }

    internal LocalClusterHost Host { get; }

    /// <summary>The ports that others can be given the addresses of.</summary>
    internal IEnumerable<PortSpec> Ports => App.Spec.AllContainers.SelectMany(container => container.Ports).Where(port => port.IsTcp && port.Name.Length > 0);

    /// <summary>The replica with an ordinal, and whether it has just been made.</summary>
    internal StatefulReplicaResource Replica(int ordinal, out bool isNew)
    {
        lock (_replicas)
        {
            isNew = !_replicas.TryGetValue(ordinal, out StatefulReplicaResource? replica);
            return replica ?? (_replicas[ordinal] = new StatefulReplicaResource(this, ordinal));
        }
    }
}
