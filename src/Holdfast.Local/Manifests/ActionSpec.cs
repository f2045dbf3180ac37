using System.Collections.Immutable;

namespace Holdfast.Local.Manifests;

/// <summary>How a container is asked: a command, an HTTP GET, a TCP connection, gRPC's health protocol, or, for hooks, a wait.</summary>
internal sealed record ActionSpec
{
    public ImmutableArray<string> Command { get; init; } = [];

    public int? HttpPort { get; init; }

    public string Path { get; init; } = "/";

    public bool Https { get; init; }

    public string? Host { get; init; }

    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    public int? TcpPort { get; init; }

    public int? GrpcPort { get; init; }

    public string GrpcService { get; init; } = "";

    public int? SleepSeconds { get; init; }
}
