using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using Holdfast.WellKnown;

namespace Holdfast.Aspire;

/// <summary>One replica of a <see cref="StatefulAppResource"/>: a pod in a cluster, a process here. It is <c>Running</c> while it is Ready.</summary>
public sealed class StatefulReplicaResource : Resource, IResourceWithParent<StatefulAppResource>, IResourceWithServiceDiscovery
{
    internal StatefulReplicaResource(StatefulAppResource parent, int ordinal)
        : base(KubernetesNames.Pod(parent.Set.Name, ordinal))
    {
        Parent = parent;
        Ordinal = ordinal;
    }

    /// <summary>The set.</summary>
    public StatefulAppResource Parent { get; }

    /// <summary>The pod's ordinal.</summary>
    public int Ordinal { get; }

    /// <summary>The replica as it runs; <see langword="null"/> before the application starts, and when it is published.</summary>
    public LocalMember? Running => Parent.Running?[Ordinal];
}
