using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Where a process listens and finds its volumes: in a pod, in a local cluster, or alone on a developer's machine.</summary>
internal static class LocalMemberFacts
{
    private const string PodAddress = "POD_IP";

    public static IPEndPoint ListenOn(IPodEnvironment environment, PodIdentitySource source, ServicePort port)
    {
        if (Value(environment, PodEnvironmentVariables.LocalListen) is { } own)
        {
            string variable = PodEnvironmentVariables.Local(PodEnvironmentVariables.LocalPortPrefix, port.Name);
            int number = int.TryParse(Value(environment, variable), NumberStyles.None, CultureInfo.InvariantCulture, out int other) ? other : port.Number;
            return IPAddress.TryParse(own, out IPAddress? address)
                ? new IPEndPoint(address, number)
                : throw new InvalidOperationException(
                    $"{PodEnvironmentVariables.LocalListen} is \"{own}\", which is not an address, so it is not known where to listen. A local cluster sets it; do not set it by hand.");
        }

        return new IPEndPoint(IsAlone(source) ? IPAddress.Loopback : Any(environment), port.Number);
    }

    public static string PathOf(IPodEnvironment environment, PodIdentitySource source, string volume, string? mountPath, string aloneName)
    {
        if (Value(environment, PodEnvironmentVariables.Local(PodEnvironmentVariables.LocalPathPrefix, volume)) is { } folder)
        {
            return folder;
        }

        return IsAlone(source) ? Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "holdfast", aloneName)).FullName
            : mountPath ?? throw new InvalidOperationException(
                $"Volume \"{volume}\" is mounted nowhere, so the process has no folder for it. Declare MountPath on it, or mount it with [Mount].");
    }

    /// <summary>Where a local cluster's member is; null in a pod, and where the cluster does not know it.</summary>
    public static IPEndPoint? FindMember(IPodEnvironment environment, string? @namespace, string pod, string port)
    {
        string key = PodEnvironmentVariables.LocalMember(@namespace, pod, port);
        return Value(environment, PodEnvironmentVariables.LocalMembers)?.Split(' ').FirstOrDefault(entry => entry.StartsWith(key, StringComparison.Ordinal)) is { } found
            && IPEndPoint.TryParse(found.AsSpan(key.Length), out IPEndPoint? endPoint)
            ? endPoint
            : null;
    }

    /// <summary>Whether the process plays one replica outside a cluster, with no others.</summary>
    public static bool IsAlone(PodIdentitySource source) => source is PodIdentitySource.DevelopmentVariable or PodIdentitySource.DevelopmentOption;

    // A pod whose address is of the other family alone does not hear IPv4.
    private static IPAddress Any(IPodEnvironment environment) =>
        IPAddress.TryParse(Value(environment, PodAddress), out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? IPAddress.IPv6Any
            : IPAddress.Any;

    private static string? Value(IPodEnvironment environment, string name) => environment.Variable(name) is { Length: > 0 } value ? value : null;
}
