namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>What a live API server said about an object with one change.</summary>
/// <param name="Id">The number of the line.</param>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Mutation">What was changed.</param>
/// <param name="IsRefused">Whether the server refused the object.</param>
/// <param name="Message">What the server said.</param>
/// <param name="Yaml">The object.</param>
internal sealed record Verdict(string Id, string Kind, string Mutation, bool IsRefused, string Message, string Yaml)
{
    /// <summary>Refusals that are facts of the server's own cluster, not faults of the object; the README beside the verdicts names them.</summary>
    private static readonly string[] Artefacts =
    [
        "namespace of the provided object does not match",
        "not configured on this cluster",
        "not configured for dual-stack",
        "not in the valid range",
        "error looking up service account",
        "no PriorityClass with name",
    ];

    public bool IsOfTheCluster => IsRefused && Artefacts.Any(artefact => Message.Contains(artefact, StringComparison.Ordinal));

    /// <summary>The group that a share is counted for.</summary>
    public string Group => Kind switch
    {
        "StatefulSet" => "StatefulSet",
        "Deployment" or "Service" or "PodDisruptionBudget" or "PersistentVolumeClaim" or "NetworkPolicy" or "HorizontalPodAutoscaler" => "core kinds",
        _ => "other kinds",
    };
}
