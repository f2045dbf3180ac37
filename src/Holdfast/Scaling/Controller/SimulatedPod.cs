namespace Holdfast;

/// <summary>A pod as a plan imagines it.</summary>
/// <param name="Pod">The replica; its set is the one that it was created under, which says its DNS name.</param>
/// <param name="Phase">What the controller sees of it.</param>
/// <param name="Template">The pod template that it was made from.</param>
internal sealed record SimulatedPod(Pod Pod, PodPhase Phase, int Template)
{
    /// <summary>The claim templates that were there when it was created.</summary>
    public IReadOnlyList<string> ClaimTemplates { get; init; } = [];

    public bool IsOwn => Phase != PodPhase.Foreign;

    public bool IsEnding => Phase is PodPhase.Terminating or PodPhase.Held;

    /// <summary>Whether it has a volume for each of a set's claim templates. One too many does not trouble the controller.</summary>
    public bool Fits(StatefulSetInfo set) => set.ClaimTemplates.All(ClaimTemplates.Contains);
}
