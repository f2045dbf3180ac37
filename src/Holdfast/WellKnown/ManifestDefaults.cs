namespace Holdfast.WellKnown;

/// <summary>Values that Holdfast writes, or assumes, where a declaration says nothing.</summary>
internal static class ManifestDefaults
{
    /// <summary>The user and group that containers run as, since the restricted profile needs a number.</summary>
    public const int UserId = 1000;

    /// <summary>
    /// The user and group <c>app</c> of .NET's images, as which an image that a project publishes runs (<c>APP_UID</c> in
    /// github.com/dotnet/dotnet-docker/blob/main/src/runtime-deps/10.0/noble/amd64/Dockerfile, since .NET 8).
    /// </summary>
    public const int DotNetUserId = 1654;

    /// <summary>The port of ASP.NET Core in .NET's images (<c>ASPNETCORE_HTTP_PORTS</c> in the same file, since .NET 8).</summary>
    public const int DotNetHttpPort = 8080;

    /// <summary>The directory that .NET writes temporary files to.</summary>
    public const string TemporaryFiles = "/tmp";

    /// <summary>The text for one replica of a peer list.</summary>
    public const string PeerText = "{host}";

    /// <summary>The cpu time, in percent of what is requested, that an autoscaler aims at; Kubernetes' own default.</summary>
    public const int CpuUtilization = 80;

    /// <summary>How long, in seconds, fewer replicas must have been enough; Kubernetes' own default.</summary>
    public const int ScaleDownStabilizationSeconds = 300;

    /// <summary>How many replicas an autoscaler takes away in a period.</summary>
    public const int ScaleDownReplicas = 1;

    /// <summary>The period, in seconds, in which they go.</summary>
    public const int ScaleDownPeriodSeconds = 300;

    /// <summary>The period, in seconds, in which replicas come.</summary>
    public const int ScaleUpPeriodSeconds = 60;

    /// <summary>What is between two replicas of a peer list.</summary>
    public const string PeerSeparator = ",";
}
