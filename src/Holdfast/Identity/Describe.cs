using System.Globalization;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Workloads and their replicas in the words of messages.</summary>
internal static class Describe
{
    /// <summary><c>StatefulSet "zookeeper" in namespace "shop"</c>, with as much as is known.</summary>
    public static string Workload(WorkloadInfo workload)
    {
        string text = $"{workload.Kind} \"{workload.Name}\"";
        if (workload is StatefulSetInfo set && set.ServiceName != set.Name)
        {
            text += set.ServiceName.Length == 0 ? " without a Service" : $" of Service \"{set.ServiceName}\"";
        }

        text += workload.Namespace is null ? "" : $" in namespace \"{workload.Namespace}\"";
        return text + (workload.ClusterDomain is null ? "" : $" of cluster domain \"{workload.ClusterDomain}\"");
    }

    /// <summary><c>3 replicas, zookeeper-0 to zookeeper-2</c>.</summary>
    public static string Replicas(StatefulSetInfo set) => set.Replicas switch
    {
        0 => "no replicas",
        1 => $"1 replica, {Replica(set, set.OrdinalStart)}",
        _ => $"{Number(set.Replicas)} replicas, {Replica(set, set.OrdinalStart)} to {Replica(set, set.OrdinalStart + set.Replicas - 1)}",
    };

    /// <summary><c>zookeeper-0, zookeeper-1 and so on</c>: the names of replicas whatever their number is.</summary>
    public static string ReplicaNames(StatefulSetInfo set) =>
        $"{Replica(set, set.OrdinalStart)}, {Replica(set, Math.Min(set.OrdinalStart + 1, KubernetesLimits.MaxOrdinal))} and so on";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Replica(StatefulSetInfo set, int ordinal) => KubernetesNames.Pod(set.Name, ordinal);
}
