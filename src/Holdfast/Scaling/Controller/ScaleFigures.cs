namespace Holdfast;

/// <summary>What the steps of a change are counted against.</summary>
/// <param name="Replicas">How many replicas the set has before or after the change.</param>
/// <param name="Quorum">How many of them must be Ready.</param>
/// <param name="HasQuorumToLose">Whether there are replicas before the change and after it; a set that is created or deleted has no quorum to lose.</param>
internal sealed record ScaleFigures(int Replicas, int Quorum, bool HasQuorumToLose)
{
    public static ScaleFigures Of(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options)
    {
        int replicas = before.Replicas + after.Pods.Count(pod => !before.IsReplica(pod.Ordinal));
        return new ScaleFigures(replicas, options.Quorum ?? (replicas / 2) + 1, before.Replicas > 0 && after.Replicas > 0);
    }
}
