namespace Holdfast;

/// <summary>The source of a <see cref="PodIdentity"/>'s ordinal.</summary>
public enum PodIdentitySource
{
    /// <summary>The variable <c>POD_ORDINAL</c>, the pod's label <c>apps.kubernetes.io/pod-index</c>.</summary>
    OrdinalVariable,

    /// <summary>The variable <c>POD_NAME</c>, the pod's name.</summary>
    NameVariable,

    /// <summary>The host name, which is the pod's name where the pod is not on its host's network.</summary>
    HostName,

    /// <summary>The variable <c>HOLDFAST_ORDINAL</c>, outside a cluster.</summary>
    DevelopmentVariable,

    /// <summary><see cref="PodIdentityOptions.DevelopmentOrdinal"/>, outside a cluster.</summary>
    DevelopmentOption,

    /// <summary>The program itself, by <see cref="PodIdentity.Of(Pod)"/>.</summary>
    Chosen,
}
