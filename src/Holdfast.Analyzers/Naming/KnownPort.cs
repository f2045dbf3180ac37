namespace Holdfast.Analyzers.Naming;

/// <summary>A port that a Service names in DNS.</summary>
/// <param name="Name">Its name; empty where it has none, and no SRV record then.</param>
/// <param name="Protocol">Its protocol as DNS has it: <c>tcp</c>.</param>
internal sealed record KnownPort(string Name, string Protocol);
