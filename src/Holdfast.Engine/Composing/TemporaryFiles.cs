using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>
/// The directory for temporary files of an image that the project publishes: .NET writes to <c>/tmp</c>, and cannot where the container's own
/// file system is read-only. An emptyDir takes its place, unless something is mounted there.
/// </summary>
internal static class TemporaryFiles
{
    private const string UsualName = "tmp";

    private const string OtherName = "holdfast-tmp";

    private const string Variable = "TMPDIR";

    /// <summary>The volume; null where none is needed.</summary>
    public static ManifestNode? Volume(AppDeclaration app) => IsNeeded(app)
        ? new MappingBuilder().Add("name", Name(app)).Add("emptyDir", new MappingBuilder().Build()).Build()
        : null;

    /// <summary>How the application's own container mounts it; null where none is needed, and for all other containers.</summary>
    public static ManifestNode? Mount(AppDeclaration app, ContainerDeclaration container) => container.Type is null && IsNeeded(app)
        ? new MappingBuilder().Add("name", Name(app)).Add("mountPath", ManifestDefaults.TemporaryFiles).Build()
        : null;

    private static bool IsNeeded(AppDeclaration app)
    {
        ContainerDeclaration container = app.Container;
        return container.Published is not null
            && container.SecurityContext is { } security
            && security.ReadOnlyRootFilesystem.OrDefault(false)
            && !container.Env.Any(static variable => variable.Name.OrDefault(string.Empty) == Variable)
            && Paths(container).All(static path => path.State == DeclaredState.Absent || (path.TryGet(out string? text) && text.TrimEnd('/') != ManifestDefaults.TemporaryFiles));
    }

    private static IEnumerable<Declared<string>> Paths(ContainerDeclaration container) => container.VolumeClaims
        .Select(static claim => claim.MountPath)
        .Concat(container.ExistingClaims.Select(static claim => claim.MountPath))
        .Concat(container.Volumes.Select(static volume => volume.MountPath))
        .Concat(container.Mounts.Select(static mount => mount.Path));

    private static string Name(AppDeclaration app) => app.VolumeClaims.Select(static claim => claim.Name)
        .Concat(app.ExistingClaims.Select(static claim => claim.Name))
        .Concat(app.Volumes.Select(static volume => volume.Name))
        .Any(static name => name.OrDefault(string.Empty) == UsualName) ? OtherName : UsualName;
}
