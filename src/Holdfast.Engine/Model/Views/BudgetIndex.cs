using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>Disruption budgets by namespace and by the labels that they ask for.</summary>
internal sealed class BudgetIndex(IEnumerable<DisruptionBudgetView> budgets)
{
    private readonly NamespaceGroups<DisruptionBudgetView, SelectorLookup<DisruptionBudgetView>> _groups =
        new(budgets, static group => new SelectorLookup<DisruptionBudgetView>(group, static budget => budget.Selector.At("matchLabels")));

    /// <summary>Whether any of them may be for the pods of an object.</summary>
    public bool MayCover(PodOwnerView owner) =>
        _groups.MayHold(owner)
        || _groups.Of(owner)?.MaySelect(owner.PodLabels).Any(budget => budget.Selects(owner) != false) == true;

    /// <summary>Those that are for the pods of an object for certain, in their order.</summary>
    public IEnumerable<DisruptionBudgetView> Of(PodOwnerView owner) =>
        _groups.Of(owner)?.MaySelect(owner.PodLabels).Where(budget => budget.Selects(owner) == true) ?? [];
}
