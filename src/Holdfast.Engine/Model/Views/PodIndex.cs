using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>Objects that pods are made of, by namespace and labels.</summary>
internal sealed class PodIndex(IEnumerable<PodOwnerView> owners)
{
    private readonly NamespaceGroups<PodOwnerView, LabelLookup<PodOwnerView>> _groups =
        new(owners, static group => new LabelLookup<PodOwnerView>(group, static owner => owner.PodLabels));

    /// <summary>Whether a budget may be for pods of any of them: <see cref="DisruptionBudgetView.Selects"/> is not false for all.</summary>
    public bool MayCover(DisruptionBudgetView budget) =>
        _groups.MayHold(budget)
        || _groups.Of(budget)?.MayHave(budget.Selector.At("matchLabels")).Any(owner => budget.Selects(owner) != false) == true;

    /// <summary>Those whose pods a budget is for for certain, in their order.</summary>
    public IEnumerable<PodOwnerView> Of(DisruptionBudgetView budget) =>
        _groups.Of(budget)?.HaveOrAll(budget.Selector.At("matchLabels")).Where(owner => budget.Selects(owner) == true) ?? [];
}
