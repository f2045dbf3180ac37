namespace Holdfast.Local.Manifests;

/// <summary>A port of a Service.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Number">Its number.</param>
/// <param name="Target">The number or name of the pods' port.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</param>
internal sealed record ServicePortSpec(string Name, int Number, string Target, string Protocol);
