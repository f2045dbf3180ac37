using System.Net;

namespace Holdfast.Discovery;

/// <summary>Finds the replicas of a StatefulSet in DNS. It may be used by several threads at once.</summary>
public interface IPeerDirectory
{
    /// <summary>
    /// The set, with the namespace and cluster domain that look-ups use. With <see cref="DiscoveryOptions.AbsoluteNames"/> off,
    /// with what is declared.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names are to be absolute and the namespace is not known.</exception>
    StatefulSetInfo Set { get; }

    /// <summary>Which replica this process is; <see langword="null"/> when it is none.</summary>
    PodIdentity? Self { get; }

    /// <summary>The last look-up that succeeded; <see langword="null"/> before the first.</summary>
    PeerSnapshot? Latest { get; }

    /// <summary>
    /// The addresses of all declared replicas by name, in the order of their ordinals, as a cluster library takes them for
    /// seeds. No server is asked, so the list is the same on every replica, and the first has no special role.
    /// </summary>
    /// <param name="port">The port.</param>
    /// <param name="includeSelf">Whether this process is among them; default not.</param>
    /// <returns>The addresses.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="port"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="port"/> is of another set.</exception>
    /// <exception cref="InvalidOperationException">
    /// The set has no governing Service, or names are to be absolute and the namespace is not known.
    /// </exception>
    IReadOnlyList<DnsEndPoint> Seeds(ServicePort port, bool includeSelf = false);

    /// <summary>Looks the replicas up.</summary>
    /// <param name="port">The port to ask for by SRV, which finds replicas beyond the declared ones too; left out, each declared replica is asked for by name.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>The replicas that DNS lists; none where the names are not there.</returns>
    /// <exception cref="ArgumentException"><paramref name="port"/> is of another set.</exception>
    /// <exception cref="InvalidOperationException">
    /// The set has no governing Service, or names are to be absolute and the namespace is not known.
    /// </exception>
    /// <exception cref="DiscoveryException">No DNS server answered, or it failed.</exception>
    Task<PeerSnapshot> ResolveAsync(ServicePort? port = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until as many replicas resolve, this process included. DNS that does not answer is waited for too, so give a
    /// token that ends it.
    /// </summary>
    /// <param name="replicas">How many, 0 or more.</param>
    /// <param name="port">The port to ask for by SRV; left out, by name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The look-up that found that many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="replicas"/> is negative, or is more than are asked for by name.
    /// </exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <inheritdoc cref="ResolveAsync" path="/exception[@cref='T:System.InvalidOperationException']"/>
    Task<PeerSnapshot> WaitForAsync(int replicas, ServicePort? port = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// What is there now, and each change from then on. DNS that does not answer takes no replica away and does not end it.
    /// </summary>
    /// <param name="port">The port to ask for by SRV; left out, by name.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes, without end.</returns>
    /// <exception cref="OperationCanceledException">The watch was ended.</exception>
    /// <inheritdoc cref="ResolveAsync" path="/exception[@cref='T:System.InvalidOperationException']"/>
    IAsyncEnumerable<PeerChange> WatchAsync(ServicePort? port = null, CancellationToken cancellationToken = default);
}
