namespace Holdfast.Engine.Rules.Availability;

/// <summary>What the API server fills into a pod where nothing is said.</summary>
internal static class PodDefaults
{
    /// <summary>Seconds from the request to stop until a container is killed; also what a .NET host takes at most by default.</summary>
    public const long GracePeriodSeconds = 30;
}
