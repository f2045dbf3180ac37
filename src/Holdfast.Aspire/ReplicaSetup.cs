using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local.Manifests;

namespace Holdfast.Aspire;

/// <summary>What a set and its replicas have before they start: type, first state, endpoints, commands.</summary>
internal static class ReplicaSetup
{
    /// <summary>What the dashboard calls a set.</summary>
    public const string SetType = "StatefulSet";

    /// <summary>What the dashboard calls a replica.</summary>
    public const string ReplicaType = "Pod";

    /// <summary>Annotates a set.</summary>
    public static void Annotate(StatefulAppResource resource)
    {
        First(resource, SetType);
        Endpoints(resource, resource);
        foreach (ResourceCommandAnnotation command in SetCommands.Of(resource))
        {
            resource.Annotations.Add(command);
        }
    }

    /// <summary>Annotates a replica.</summary>
    public static void Annotate(StatefulReplicaResource replica)
    {
        First(replica, ReplicaType);
        Endpoints(replica, replica.Parent);
        replica.Annotations.Add(SetCommands.Kill(replica));
    }

    // Holdfast's manifests hold both; Aspire writes neither.
    private static void First(Resource resource, string type)
    {
        resource.Annotations.Add(new ResourceSnapshotAnnotation(new CustomResourceSnapshot
        {
            ResourceType = type,
            State = KnownResourceStates.NotStarted,
            CreationTimeStamp = DateTime.UtcNow,
            Properties = [],
        }));
        resource.Annotations.Add(ManifestPublishingCallbackAnnotation.Ignore);
    }

    private static void Endpoints(Resource resource, StatefulAppResource set)
    {
        foreach (PortSpec port in set.Ports)
        {
            resource.Annotations.Add(new EndpointAnnotation(
                ProtocolType.Tcp, uriScheme: PortScheme.Of(set.App.Spec, port), name: port.Name, port: port.Number, targetPort: port.Number, isProxied: false));
        }
    }
}
