namespace Holdfast;

/// <summary>From where a Service can be reached.</summary>
public enum ServiceType
{
    /// <summary>Inside the cluster.</summary>
    ClusterIP,

    /// <summary>Also on a port of every node.</summary>
    NodePort,

    /// <summary>Also at a load balancer that the cluster's provider sets up.</summary>
    LoadBalancer,

    /// <summary>Another DNS name that the Service's name stands for.</summary>
    ExternalName,
}
