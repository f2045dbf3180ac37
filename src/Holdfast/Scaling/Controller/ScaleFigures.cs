namespace Holdfast;

/// <summary>What the steps of a change are counted against.</summary>
/// <param name="Members">How many replicas the set has before or after the change.</param>
/// <param name="Quorum">How many of them must be Ready.</param>
/// <param name="HasQuorumToLose">Whether there are replicas before the change and after it; a set that is created or deleted has no quorum to lose.</param>
internal sealed record ScaleFigures(int Members, int Quorum, bool HasQuorumToLose)
{
    public static ScaleFigures Of(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options)
    {
        int members = before.Replicas + after.Pods.Count(pod => !before.IsMember(pod.Ordinal));
        return new ScaleFigures(members, options.Quorum ?? (members / 2) + 1, before.Replicas > 0 && after.Replicas > 0);
    }
}
