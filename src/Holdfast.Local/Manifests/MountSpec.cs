namespace Holdfast.Local.Manifests;

/// <summary>Where a container sees a volume.</summary>
internal sealed record MountSpec(string Volume, string Path, string SubPath)
{
    /// <summary>Whether names of variables in <see cref="SubPath"/> stand for their values.</summary>
    public bool IsExpression { get; init; }
}
