using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Holdfast.Discovery;

/// <summary>
/// Whether enough replicas are in DNS. For readiness or for people; as a liveness probe it would restart all replicas when DNS fails.
/// </summary>
internal sealed class HoldfastHealthCheck(PeerDirectory directory, HoldfastOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        PeerSnapshot snapshot;
        try
        {
            snapshot = Recent() ?? await directory.ResolveAsync(options.HealthCheckPort, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DiscoveryException or InvalidOperationException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }

        int required = options.RequiredReplicas ?? (snapshot.Set.Replicas / 2) + 1;
        if (options.RequiredReplicas is null && snapshot.Set.Replicas == 0)
        {
            required = 0;
        }

        string set = $"StatefulSet \"{snapshot.Set.Name}\"";
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["replicas"] = string.Join(", ", snapshot.Replicas.Select(replica => replica.Pod)),
            ["missing"] = string.Join(", ", snapshot.Missing),
        };
        if (snapshot.Replicas.Count < required)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                $"{snapshot.Replicas.Count} replicas of {set} are in DNS, and {required} are required; missing: {string.Join(", ", snapshot.Missing)}.",
                data: data);
        }

        return directory.Self is { } self && snapshot.Self is null
            ? HealthCheckResult.Degraded(
                $"This replica, {self}, is not in DNS, so the others of {set} cannot reach it by name. It is not Ready yet, or the governing Service does not "
                + "select it.",
                data: data)
            : snapshot.Missing.Count > 0
                ? HealthCheckResult.Degraded($"Replicas of {set} are missing in DNS: {string.Join(", ", snapshot.Missing)}.", data: data)
                : HealthCheckResult.Healthy($"All {snapshot.Replicas.Count} replicas of {set} are in DNS.", data);
    }

    /// <summary>The last answer, if it is fresh and one to the same question.</summary>
    private PeerSnapshot? Recent() =>
        directory.Latest is { } latest
        && latest.Port?.Name == options.HealthCheckPort?.Name
        && directory.Time.GetUtcNow() - latest.Time < directory.Options.MinRefresh
            ? latest
            : null;
}
