using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>Reads the names by which an application's replicas are asked for.</summary>
internal static class ReplicaName
{
    /// <summary>
    /// <c>orders</c>, <c>orders-1</c>, <c>orders-1.orders</c>, and the names of Service and replica with namespace,
    /// <c>.svc</c> and cluster domain.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="name">The name.</param>
    /// <param name="ordinal">The replica's ordinal, or null for all replicas.</param>
    /// <returns>Whether it is such a name.</returns>
    public static bool TryParse(StatefulSetInfo set, string name, out int? ordinal)
    {
        ordinal = null;
        string plain = name.TrimEnd('.').ToLowerInvariant();
        if (set.ServiceName.Length == 0)
        {
            return false;
        }

        if (IsService(set, plain))
        {
            return true;
        }

        string[] parts = plain.Split('.', 2);
        if (!KubernetesNames.TryParsePod(parts[0], set.Name, out int parsed)
            || parsed < set.OrdinalStart
            || (parts.Length == 2 && !IsService(set, parts[1])))
        {
            return false;
        }

        ordinal = parsed;
        return true;
    }

    private static bool IsService(StatefulSetInfo set, string name)
    {
        string full = KubernetesNames.ServiceHost(set.ServiceName, set.Namespace, set.ClusterDomain);
        string inNamespace = set.ServiceName + "." + set.Namespace;
        return name == set.ServiceName
            || name == full
            || (set.Namespace is not null && (name == inNamespace || name == inNamespace + "." + ClusterDomains.ServiceLabel));
    }
}
