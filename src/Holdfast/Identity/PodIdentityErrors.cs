using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Why a process cannot find out which replica it is: what is wrong, what it means in the cluster, what to do.</summary>
internal static class PodIdentityErrors
{
    private static readonly string DownwardApi =
        $"env {PodEnvironmentVariables.PodName} from the field metadata.name and {PodEnvironmentVariables.PodOrdinal} from "
        + $"metadata.labels['{KubernetesLabels.PodIndex}'], as the manifests that Holdfast makes do";

    public static InvalidOperationException NoReplica(StatefulSetInfo set, string name) => new(
        $"{PodEnvironmentVariables.PodName} is \"{name}\", which is not the name of a replica of StatefulSet \"{set.Name}\": its "
        + $"replicas are called {Describe.ReplicaNames(set)}. The pod belongs to another StatefulSet, to a Deployment or to a Job, so it "
        + $"has none of this set's ordinals, claims and addresses. Run it in StatefulSet \"{set.Name}\", or declare the name "
        + "that the set has in the cluster: [StatefulApp(\"name\")].");

    public static InvalidOperationException NoNumber(StatefulSetInfo set, string variable, string text) => new(
        $"{variable} is \"{text}\", which is not an ordinal: it must be a number without sign and leading zeros, as in the names "
        + $"{Describe.ReplicaNames(set)}. The process cannot find out which replica of StatefulSet \"{set.Name}\" it is. Do not set "
        + $"the variable by hand; declare {DownwardApi}.");

    public static InvalidOperationException Disagree(StatefulSetInfo set, int fromOrdinal, int fromName) => new(
        $"{PodEnvironmentVariables.PodOrdinal} is {Describe.Number(fromOrdinal)}, but {PodEnvironmentVariables.PodName} is "
        + $"\"{KubernetesNames.Pod(set.Name, fromName)}\": two replicas of StatefulSet \"{set.Name}\" at once, and one of them "
        + $"would work on the other's identity. Set neither by hand; declare {DownwardApi}.");

    public static InvalidOperationException BelowStart(StatefulSetInfo set, string variable, string text, int ordinal) => new(
        $"{variable} is \"{text}\", but the ordinals of StatefulSet \"{set.Name}\" begin at {Describe.Number(set.OrdinalStart)}: "
        + $"the pod {KubernetesNames.Pod(set.Name, ordinal)} is not one of its replicas, and the controller will delete it. Apply the "
        + $"manifest that this program was built with, or declare OrdinalStart = {Describe.Number(ordinal)} or less.");

    public static InvalidOperationException OtherSet(StatefulSetInfo set, int ordinal, string podName) => new(
        $"{PodEnvironmentVariables.PodOrdinal} is {Describe.Number(ordinal)}, but the host name says that this pod is \"{podName}\", which is "
        + $"not a replica of StatefulSet \"{set.Name}\": its replicas are called {Describe.ReplicaNames(set)}. It has the ordinal in another set and none "
        + $"of this one's claims and addresses. Run it in StatefulSet \"{set.Name}\", or declare the name that the set has in the cluster: "
        + $"[StatefulApp(\"name\")]. {PodEnvironmentVariables.PodName} is not set; declare {DownwardApi}.");

    public static InvalidOperationException HostNetwork(StatefulSetInfo set, string hostName) => new(
        $"Neither {PodEnvironmentVariables.PodOrdinal} nor {PodEnvironmentVariables.PodName} is set, and the pod is on its host's network, "
        + $"so that the host name \"{hostName}\" is the node's, whatever it looks like: it does not show which replica of StatefulSet "
        + $"\"{set.Name}\" this is. Declare {DownwardApi}.");

    public static InvalidOperationException HostNameNotTrusted(StatefulSetInfo set, string hostName, bool developmentOrdinal) => new(
        $"Neither {PodEnvironmentVariables.PodOrdinal} nor {PodEnvironmentVariables.PodName} is set, and the host name "
        + $"\"{hostName}\" does not reliably show which replica of StatefulSet \"{set.Name}\" this is, which has "
        + $"{Describe.Replicas(set)}. On the host's network it is the node's name, a long one is truncated, and in a Deployment it "
        + $"has no ordinal. Declare {DownwardApi}."
        + (developmentOrdinal ? $" {PodEnvironmentVariables.DevelopmentOrdinal} is set, but it is ignored in a cluster." : ""));

    public static InvalidOperationException OutsideCluster(StatefulSetInfo set) => new(
        $"This process does not run in a cluster ({PodEnvironmentVariables.KubernetesServiceHost} is not set), so it is not a replica "
        + $"of StatefulSet \"{set.Name}\". For local development set {PodEnvironmentVariables.DevelopmentOrdinal}, or "
        + $"{nameof(PodIdentityOptions)}.{nameof(PodIdentityOptions.DevelopmentOrdinal)}, to the ordinal of the replica to run as; the set has {Describe.Replicas(set)}.");

    public static InvalidOperationException NoDevelopmentReplica(StatefulSetInfo set, string source, string text) => new(
        $"{source} is \"{text}\", which is not the ordinal of a replica of StatefulSet "
        + $"\"{set.Name}\": no pod of that name would exist in the cluster. The set has {Describe.Replicas(set)}; set it "
        + "to the ordinal of one of them, or declare more Replicas.");

    public static InvalidOperationException NoNamespace(StatefulSetInfo set, string text) => new(
        $"{PodEnvironmentVariables.PodNamespace} is \"{text}\", which cannot be a namespace: the replicas of StatefulSet "
        + $"\"{set.Name}\" could not be addressed. Do not set the variable by hand; declare env "
        + $"{PodEnvironmentVariables.PodNamespace} from the field metadata.namespace, as the manifests that Holdfast makes do.");

    public static InvalidOperationException OtherNamespace(StatefulSetInfo set, string source, string actual) => new(
        $"StatefulSet \"{set.Name}\" is declared for namespace \"{set.Namespace}\", but this pod runs in \"{actual}\" (from "
        + $"{source}): the addresses that are written into the manifest and into this program are those of the replicas in "
        + $"\"{set.Namespace}\", so it would connect to another application's pods. Apply the manifest to \"{set.Namespace}\", or do not declare a "
        + "Namespace; it is then found out at run time.");
}
