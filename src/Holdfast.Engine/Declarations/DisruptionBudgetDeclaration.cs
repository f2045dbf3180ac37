namespace Holdfast.Engine.Declarations;

/// <summary><c>[DisruptionBudget]</c>.</summary>
internal sealed record DisruptionBudgetDeclaration(
    Declared<int> MinAvailable,
    Declared<int> MinAvailablePercent,
    Declared<int> MaxUnavailable,
    Declared<int> MaxUnavailablePercent,
    Declared<string> UnhealthyPodEvictionPolicy)
{
    /// <summary>Its name; absent for the application's.</summary>
    public Declared<string> Name { get; init; }
}
