using Aspire.Hosting;

namespace Holdfast.Aspire;

/// <summary>What runs in place of the first container of an application.</summary>
internal abstract record AppSource
{
    private AppSource()
    {
    }

    /// <summary>A command that is known.</summary>
    public sealed record Command : AppSource;

    /// <summary>What a project of the solution is built to.</summary>
    public sealed record Project(IProjectMetadata Metadata) : AppSource;

    /// <summary>The image that the manifest names.</summary>
    public sealed record Image : AppSource;
}
