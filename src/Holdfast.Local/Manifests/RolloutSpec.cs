namespace Holdfast.Local.Manifests;

/// <summary>How a Deployment replaces its pods. What is left out has the defaults of the API server.</summary>
internal sealed record RolloutSpec
{
    /// <summary>Whether all old pods end before the first new one starts.</summary>
    public bool Recreate { get; init; }

    public Share MaxSurge { get; init; } = new(25, IsPercent: true);

    public Share MaxUnavailable { get; init; } = new(25, IsPercent: true);

    public int MinReadySeconds { get; init; }

    /// <summary>A number of pods, or a share of the replicas.</summary>
    internal readonly record struct Share(int Number, bool IsPercent)
    {
        public int Of(int replicas, bool up) => !IsPercent ? Number : up ? ((replicas * Number) + 99) / 100 : replicas * Number / 100;
    }
}
