namespace Holdfast.Engine.Declarations;

/// <summary><c>[DisruptionBudget]</c>.</summary>
internal sealed record DisruptionBudgetDeclaration(
    Declared<int> MinAvailable,
    Declared<int> MinAvailablePercent,
    Declared<int> MaxUnavailable,
    Declared<int> MaxUnavailablePercent,
    Declared<string> UnhealthyPodEvictionPolicy);
