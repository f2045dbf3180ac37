namespace Holdfast.Local.Manifests;

/// <summary>A port of a container.</summary>
internal sealed record PortSpec(string Name, int Number, bool IsTcp);
