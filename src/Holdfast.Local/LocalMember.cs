using System.Net;
using Holdfast.WellKnown;

namespace Holdfast.Local;

/// <summary>
/// One replica of a StatefulSet in a local cluster. It is the same object whatever pod has its name at the moment, so its log goes on over restarts.
/// Safe for several threads.
/// </summary>
public sealed class LocalMember : LocalReplica
{
    private readonly LocalSet _set;

    internal LocalMember(LocalSet set, int ordinal, LocalLog log, IPAddress address)
        : base(set, KubernetesNames.Pod(set.Name, ordinal), log, address)
    {
        _set = set;
        Ordinal = ordinal;
    }

    /// <summary>The pod's ordinal.</summary>
    public int Ordinal { get; }

    /// <summary>The folder of one of its claims, which outlives its pods.</summary>
    /// <param name="template">The claim template.</param>
    /// <returns>The folder's path; it is there once the claim is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="template"/> is null.</exception>
    public string PathOf(ClaimTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return _set.ClaimFolder(template.ClaimName(Ordinal));
    }
}
