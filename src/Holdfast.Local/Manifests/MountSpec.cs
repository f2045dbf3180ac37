namespace Holdfast.Local.Manifests;

/// <summary>Where a container sees a volume.</summary>
internal sealed record MountSpec(string Volume, string Path, string SubPath);
