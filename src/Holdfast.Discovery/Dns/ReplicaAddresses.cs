using System.Net;

namespace Holdfast.Discovery.Dns;

/// <summary>A replica's name and addresses as found; no address where it is not there.</summary>
/// <param name="Name">The name under which it was found, or was asked for.</param>
/// <param name="Addresses">The addresses.</param>
/// <param name="NegativeTime">For how long it is remembered that there is none.</param>
internal sealed record ReplicaAddresses(string Name, IReadOnlyList<IPAddress> Addresses, TimeSpan? NegativeTime);
