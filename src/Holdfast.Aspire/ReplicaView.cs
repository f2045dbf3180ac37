using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using Holdfast.Local.Processes;

namespace Holdfast.Aspire;

/// <summary>What the dashboard shows of a set or a replica at one moment.</summary>
/// <param name="State">The state's text.</param>
/// <param name="Style">How it looks; null for the usual look.</param>
internal sealed record ReplicaView(string State, string? Style)
{
    /// <summary>Whether it is of no interest: a replica that was scaled away.</summary>
    public bool IsHidden { get; init; }

    public ImmutableArray<(string Name, object? Value)> Properties { get; init; } = [];

    /// <summary>A replica that is there and not Ready, though it was.</summary>
    public const string NotReady = "Not ready";

    /// <summary>A replica whose process has ended and is not yet started again.</summary>
    public const string Down = "Down";

    /// <summary>How a replica looks.</summary>
    /// <param name="set">Its set.</param>
    /// <param name="ordinal">Its ordinal.</param>
    /// <param name="wasReady">Whether it has been Ready since its pod was created.</param>
    public static ReplicaView Of(LocalSet set, int ordinal, bool wasReady)
    {
        LocalMember member = set[ordinal];
        LocalPod? pod = set.PodOf(member.Name);
        (string state, string? style) =
            pod is null ? set.Members.Any(other => other.Ordinal == ordinal) ? (KnownResourceStates.Waiting, null) : (KnownResourceStates.Exited, null)
            : pod.IsEnding ? (KnownResourceStates.Stopping, null)
            : pod.IsReady ? (KnownResourceStates.Running, KnownResourceStateStyles.Success)
            : pod.StartFailure is not null ? (KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error)
            : member.ProcessId is null && member.Restarts + (wasReady ? 1 : 0) > 0 ? (Down, KnownResourceStateStyles.Error)
            : wasReady ? (NotReady, KnownResourceStateStyles.Warn)
            : (KnownResourceStates.Starting, (string?)null);
        return new ReplicaView(state, style)
        {
            IsHidden = state == KnownResourceStates.Exited,
            Properties =
            [
                ("Address", member.Address.ToString()),
                ("Process", member.ProcessId),
                ("Restarts", member.Restarts),
                ("Last failure", member.LastFailure),
                .. set.Set.ClaimTemplates.Select(claim => ($"Claim {claim}", (object?)set.ClaimFolder($"{claim}-{member.Name}"))),
            ],
        };
    }

    /// <summary>How a set looks.</summary>
    public static ReplicaView Of(LocalSet set)
    {
        int ready = set.Members.Count(member => member.IsReady);
        string? waits = set.WaitsFor;
        bool isSettled = waits is null && ready == set.Set.Replicas;
        (string state, string? style) =
            set.StartFailure() is not null ? (KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error)
            : isSettled ? (KnownResourceStates.Running, KnownResourceStateStyles.Success)
            : ready == 0 && !set.Members.Any(member => member.Restarts > 0) ? (KnownResourceStates.Starting, (string?)null)
            : ($"{ready} of {set.Set.Replicas} Ready", KnownResourceStateStyles.Warn);
        return new ReplicaView(state, style)
        {
            Properties =
            [
                ("Replicas", set.Set.Replicas),
                ("Ready", ready),
                ("Waits for", waits),
                ("Pod management policy", set.Set.PodManagementPolicy.ToString()),
            ],
        };
    }

    /// <summary>The snapshot that follows from it.</summary>
    public CustomResourceSnapshot In(CustomResourceSnapshot snapshot) => snapshot with
    {
        State = new ResourceStateSnapshot(State, Style),
        IsHidden = IsHidden,
        StartTimeStamp = State == KnownResourceStates.Running ? snapshot.StartTimeStamp ?? DateTime.UtcNow : snapshot.StartTimeStamp,
        Properties =
        [
            .. snapshot.Properties.Where(old => !Properties.Any(property => property.Name == old.Name)),
            .. Properties.Where(property => property.Value is not null).Select(property => new ResourcePropertySnapshot(property.Name, property.Value)),
        ],
    };

    /// <inheritdoc/>
    public bool Equals(ReplicaView? other) =>
        other is not null && State == other.State && Style == other.Style && IsHidden == other.IsHidden && Properties.SequenceEqual(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Style, IsHidden, Properties.Length);
}
