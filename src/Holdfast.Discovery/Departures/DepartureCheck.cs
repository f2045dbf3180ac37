using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>Finds out whether this replica leaves its set or comes back, without a host.</summary>
/// <remarks>
/// A local cluster answers itself. In a pod the StatefulSet is read from the API server, which needs <c>[Allow(ClientRights.ScaleIn)]</c>. Without that
/// right nothing tells a pod why it is stopped: the answer is <see cref="DepartureState.Unknown"/>, unless the pod was marked before
/// (<see cref="DepartureOptions.MarkFile"/>).
/// </remarks>
public class DepartureCheck : IDepartureCheck
{
    private readonly PodIdentity? _self;
    private readonly DepartureOptions _options;
    private readonly IPodEnvironment _environment;
    private readonly TimeProvider _time;

    private protected DepartureCheck(PodIdentity? self, DepartureOptions options, IPodEnvironment environment, TimeProvider time) =>
        (_self, _options, _environment, _time) = (self, options, environment, time);

    /// <summary>Makes a check for this process.</summary>
    /// <param name="self">Which replica this process is.</param>
    /// <param name="options">How it finds out; left out, the defaults.</param>
    /// <param name="environment">What the process can find out about its pod; left out, what this process sees.</param>
    /// <returns>The check.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="self"/> is null.</exception>
    public static IDepartureCheck Create(PodIdentity self, DepartureOptions? options = null, IPodEnvironment? environment = null)
    {
        ArgumentNullException.ThrowIfNull(self);
        return new DepartureCheck(self, options ?? new DepartureOptions(), environment ?? ProcessEnvironment.Instance, TimeProvider.System);
    }

    /// <inheritdoc/>
    public async Task<Departure> AskAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_self is null)
        {
            return DepartureRule.Unknown("This process is not a replica, so it cannot leave the set.");
        }

        if (_environment.Variable(PodEnvironmentVariables.LocalSet) is { Length: > 0 } file)
        {
            return _environment.ReadFile(file) is { } json && SetSpec.TryRead(json, out SetSpec? spec)
                ? DepartureRule.Of(_self, spec, DepartureSource.LocalCluster)
                : DepartureRule.Unknown($"The file of {PodEnvironmentVariables.LocalSet}, {file}, holds no StatefulSet. A local cluster sets it; do not set it by hand.");
        }

        // The mark is certain and says what is going to happen; the set may still have its old size.
        if (_environment.ReadFile(_options.MarkFile)?.Trim() is { Length: > 0 } mark && !string.Equals(mark, "false", StringComparison.OrdinalIgnoreCase))
        {
            return new Departure
            {
                State = DepartureState.Leaving,
                Cause = DepartureCause.Marked,
                Source = DepartureSource.Mark,
                Reason = $"{_self.Name} is marked as leaving ({_options.MarkFile}).",
            };
        }

        using var server = new ApiServer(_environment, _time);
        return await SetApi.AskAsync(server, _self, _options.Timeout, cancellationToken).ConfigureAwait(false);
    }
}
