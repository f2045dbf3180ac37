namespace Holdfast.Engine.Naming;

/// <summary>A port of a container that has a name.</summary>
internal sealed record NamedPort(string Name, long Number);
