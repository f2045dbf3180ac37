namespace Holdfast;

/// <summary>By pod, then by name.</summary>
internal sealed class ScaledClaimOrder : IComparer<ScaledClaim>
{
    public static ScaledClaimOrder Instance { get; } = new();

    public int Compare(ScaledClaim? x, ScaledClaim? y)
    {
        int order = PodOrder.Instance.Compare(x?.Pod, y?.Pod);
        order = order != 0 ? order : string.CompareOrdinal(x?.Name, y?.Name);
        return order != 0 ? order : Comparer<ClaimOutcome?>.Default.Compare(x?.Outcome, y?.Outcome);
    }
}
