namespace Holdfast;

/// <summary>What a plan knows of pods, claims and templates at one moment.</summary>
public sealed class ScaleState
{
    internal ScaleState(IReadOnlyList<ScaledPodState> pods, IReadOnlyList<ScaledClaimState> claims, int currentTemplate, int updateTemplate)
    {
        Pods = pods;
        Claims = claims;
        CurrentTemplate = currentTemplate;
        UpdateTemplate = updateTemplate;
    }

    /// <summary>The pods that are there, by ordinal, and those of others that have the names of replicas.</summary>
    public IReadOnlyList<ScaledPodState> Pods { get; }

    /// <summary>
    /// The claims that are known to be there, by ordinal and name. Claims that earlier scale-downs left over are unknown unless
    /// <see cref="ScaleOptions.KeptClaims"/> say which there are.
    /// </summary>
    public IReadOnlyList<ScaledClaimState> Claims { get; }

    /// <summary>
    /// The template that pods below the partition get (<c>status.currentRevision</c>), counted as in <see cref="ScaledPodState.Template"/>.
    /// </summary>
    public int CurrentTemplate { get; }

    /// <summary>The template that all others get (<c>status.updateRevision</c>), counted as in <see cref="ScaledPodState.Template"/>.</summary>
    public int UpdateTemplate { get; }
}
