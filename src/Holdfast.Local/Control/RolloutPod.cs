namespace Holdfast.Local.Control;

/// <summary>A pod of a Deployment, as its controller sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Template">The number of its template.</param>
/// <param name="Number">Its place in the order in which the Deployment made its pods.</param>
internal sealed record RolloutPod(string Name, int Template, int Number)
{
    /// <summary>Whether it has been Ready for long enough.</summary>
    public bool IsAvailable { get; init; }

    /// <summary>Whether it is being deleted.</summary>
    public bool IsEnding { get; init; }
}
