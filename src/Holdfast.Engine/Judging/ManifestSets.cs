using Holdfast.Engine.Manifests;
using Holdfast.Engine.Naming;

namespace Holdfast.Engine.Judging;

/// <summary>The sets and Services that hand-written manifests make known, for names in texts.</summary>
internal static class ManifestSets
{
    /// <summary>All but those that something changes which is not understood, and those of charts, which may be installed under any name.</summary>
    public static IEnumerable<GivenObjects> Of(ProjectManifests manifests) => manifests.Units
        .Where(static unit => !unit.IsUnknown && !unit.IsChart)
        .Select(static unit => new GivenObjects(unit.Complete, null));
}
