using System.Collections.Immutable;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Naming;

namespace Holdfast.Engine.Judging;

/// <summary>The sets and Services that hand-written manifests make known, for names in texts.</summary>
internal static class ManifestSets
{
    /// <summary>All but those that something changes which is not understood, and those of charts, which may be installed under any name.</summary>
    public static IEnumerable<(ImmutableArray<MappingNode> Objects, DeclaredApp? Declared)> Of(ProjectManifests manifests) => manifests.Units
        .Where(static unit => !unit.IsUnknown && !unit.IsChart)
        .Select(static unit => (unit.Complete, (DeclaredApp?)null));
}
