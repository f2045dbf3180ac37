using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Views;

/// <summary>A part of a pod's scheduling that counts other pods by their labels.</summary>
/// <param name="Node">Where it is written: with <c>labelSelector</c> and <c>topologyKey</c>.</param>
/// <param name="Kind">What it does.</param>
/// <param name="IsRequired">Whether pods stay Pending where it cannot be met.</param>
internal sealed record SchedulingTerm(MappingNode Node, SchedulingTermKind Kind, bool IsRequired)
{
    public ManifestNode? Selector => Node["labelSelector"];

    public ManifestNode? TopologyKey => Node["topologyKey"];

    /// <summary>Whether the pods that it counts may be in other namespaces.</summary>
    public bool CrossesNamespaces => Node["namespaces"] is not null || Node["namespaceSelector"] is not null;

    /// <summary>Whether it keeps the object's own pods apart; null where that cannot be told.</summary>
    public bool? Separates(PodOwnerView owner) => (Kind, NodeLabels.Nearest(TopologyKey)) switch
    {
        (SchedulingTermKind.Affinity, _) => false,
        (_, not null) => false,
        _ => Selector.IsAbsent() ? false : Selects(owner),
    };

    /// <summary>
    /// Whether it counts the object's own pods; null where that cannot be told. Where an object does not select its own pods, its labels are
    /// at fault and not the term.
    /// </summary>
    public bool? Selects(PodOwnerView owner) =>
        owner.Selector is not null && LabelSelector.Selects(owner.Selector, owner.PodLabels) == false ? null : LabelSelector.Selects(Selector, owner.PodLabels);

    /// <summary>All terms of an object's pods.</summary>
    public static List<SchedulingTerm> Of(PodOwnerView owner)
    {
        var found = new List<SchedulingTerm>();
        foreach (MappingNode constraint in owner.PodSpec.At("topologySpreadConstraints").Mappings())
        {
            found.Add(new SchedulingTerm(constraint, SchedulingTermKind.Spread, constraint["whenUnsatisfiable"].Is("DoNotSchedule")));
        }

        foreach ((string field, SchedulingTermKind kind) in new[] { ("podAffinity", SchedulingTermKind.Affinity), ("podAntiAffinity", SchedulingTermKind.AntiAffinity) })
        {
            ManifestNode? affinity = owner.PodSpec.At("affinity", field);
            foreach (MappingNode term in affinity.At("requiredDuringSchedulingIgnoredDuringExecution").Mappings())
            {
                found.Add(new SchedulingTerm(term, kind, IsRequired: true));
            }

            foreach (MappingNode weighted in affinity.At("preferredDuringSchedulingIgnoredDuringExecution").Mappings())
            {
                if (!weighted["podAffinityTerm"].IsAbsent())
                {
                    // One that is not known may say anything.
                    found.Add(new SchedulingTerm(weighted["podAffinityTerm"] as MappingNode ?? new MappingNode([], isOpen: true), kind, IsRequired: false));
                }
            }
        }

        return found;
    }
}
