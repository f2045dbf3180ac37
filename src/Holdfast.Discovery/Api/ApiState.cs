namespace Holdfast.Discovery;

/// <summary>What has become of a question to the API server.</summary>
internal enum ApiState
{
    /// <summary>The API server has answered, with whatever status.</summary>
    Answered,

    /// <summary>No answer came; a later question may get one.</summary>
    NoAnswer,

    /// <summary>This process does not run in a cluster.</summary>
    NoCluster,

    /// <summary>The pod has no token of its ServiceAccount.</summary>
    NoToken,

    /// <summary>The namespace is not known.</summary>
    NoNamespace,

    /// <summary>The environment names no address that can be asked.</summary>
    NoAddress,

    /// <summary>The pod has no certificates by which it can trust the API server.</summary>
    NoCertificates,
}
