using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Decides which replica of a set a process is. Refuses rather than guesses: a wrong ordinal is a wrong volume.</summary>
internal static class PodIdentityResolver
{
    /// <summary>The namespace of a process that runs in no cluster and declares none; names are then as long as in a cluster.</summary>
    private const string DevelopmentNamespace = "default";

    public static (Pod Pod, PodIdentitySource Source) Resolve(StatefulSetInfo set, IPodEnvironment environment, PodIdentityOptions options)
    {
        bool inCluster = IsInCluster(environment);
        (int ordinal, PodIdentitySource source) = inCluster ? OrdinalOfPod(set, environment) : OrdinalInDevelopment(set, environment, options);
        StatefulSetInfo located = inCluster ? Locate(set, environment) : set.Namespace is null ? set.In(DevelopmentNamespace) : set;
        int index = ordinal - set.OrdinalStart;
        return (new Pod(located.WithReplicas(Math.Max(set.Replicas, index + 1)), ordinal), source);
    }

    // An empty variable still shows that a manifest meant to set it, which is a cluster's doing.
    private static bool IsInCluster(IPodEnvironment environment) =>
        environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) is not null
        || environment.Variable(PodEnvironmentVariables.PodName) is not null
        || environment.Variable(PodEnvironmentVariables.PodNamespace) is not null
        || environment.Variable(PodEnvironmentVariables.PodOrdinal) is not null;

    private static (int Ordinal, PodIdentitySource Source) OrdinalOfPod(StatefulSetInfo set, IPodEnvironment environment)
    {
        // The name first: of a pod of another set no word about its ordinal would be right.
        int? fromName = OrdinalFromName(set, Value(environment, PodEnvironmentVariables.PodName));
        int? fromOrdinal = OrdinalFromVariable(set, Value(environment, PodEnvironmentVariables.PodOrdinal));
        switch (fromOrdinal, fromName)
        {
            case ({ } ordinal, { } named):
                return ordinal == named
                    ? (ordinal, PodIdentitySource.OrdinalVariable)
                    : throw PodIdentityErrors.Disagree(set, ordinal, named);
            case ({ } ordinal, null):
                RefuseOtherSet(set, ordinal, environment);
                return (ordinal, PodIdentitySource.OrdinalVariable);
            case (null, { } named):
                return (named, PodIdentitySource.NameVariable);
            default:
                return (OrdinalFromHostName(set, environment), PodIdentitySource.HostName);
        }
    }

    /// <summary>
    /// An ordinal alone does not name its set. Where the pod has its own network the host name is the pod's name,
    /// and one that ends in the very ordinal says the set before it.
    /// </summary>
    private static void RefuseOtherSet(StatefulSetInfo set, int ordinal, IPodEnvironment environment)
    {
        string label = HostLabel(environment);
        string ending = KubernetesNames.Pod("", ordinal);
        if (label.Length < KubernetesLimits.DnsLabelLength
            && label.Length > ending.Length
            && label.EndsWith(ending, StringComparison.Ordinal)
            && label != KubernetesNames.Pod(set.Name, ordinal)
            && HostsHeader(environment) == PodFiles.HostsOfPodNetwork)
        {
            throw PodIdentityErrors.OtherSet(set, ordinal, label);
        }
    }

    private static int? OrdinalFromVariable(StatefulSetInfo set, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return KubernetesNames.TryParseOrdinal(text, out int ordinal)
            ? NotBelowStart(set, ordinal, PodEnvironmentVariables.PodOrdinal, text)
            : throw PodIdentityErrors.NoNumber(set, PodEnvironmentVariables.PodOrdinal, text);
    }

    private static int? OrdinalFromName(StatefulSetInfo set, string? name)
    {
        if (name is null)
        {
            return null;
        }

        return KubernetesNames.TryParsePod(name, set.Name, out int ordinal)
            ? NotBelowStart(set, ordinal, PodEnvironmentVariables.PodName, name)
            : throw PodIdentityErrors.NoReplica(set, name);
    }

    /// <summary>
    /// The host name is the pod's name, except on the host's network, where it is the node's, and where it was cut off:
    /// <c>…-12</c> cut to <c>…-1</c> would be a replica as well. So it counts only when nothing is wrong with it.
    /// </summary>
    private static int OrdinalFromHostName(StatefulSetInfo set, IPodEnvironment environment)
    {
        if (HostsHeader(environment) == PodFiles.HostsOfHostNetwork)
        {
            throw PodIdentityErrors.HostNetwork(set, environment.HostName);
        }

        string label = HostLabel(environment);
        return label.Length < KubernetesLimits.DnsLabelLength
            && KubernetesNames.TryParsePod(label, set.Name, out int ordinal)
            && IsDeclared(set, ordinal)
                ? ordinal
                : throw PodIdentityErrors.HostNameNotTrusted(
                    set, environment.HostName, Value(environment, PodEnvironmentVariables.DevelopmentOrdinal) is not null);
    }

    /// <summary>The first label: with setHostnameAsFQDN that is the pod's name.</summary>
    private static string HostLabel(IPodEnvironment environment) => environment.HostName.Split('.')[0];

    private static string? HostsHeader(IPodEnvironment environment) =>
        environment.ReadFile(PodFiles.Hosts)?.Split('\n')[0].TrimEnd('\r');

    /// <summary>The variable goes before the option: it is nearer to who starts the process.</summary>
    private static (int Ordinal, PodIdentitySource Source) OrdinalInDevelopment(
        StatefulSetInfo set, IPodEnvironment environment, PodIdentityOptions options)
    {
        if (Value(environment, PodEnvironmentVariables.DevelopmentOrdinal) is { } text)
        {
            return KubernetesNames.TryParseOrdinal(text, out int ordinal) && IsDeclared(set, ordinal)
                ? (ordinal, PodIdentitySource.DevelopmentVariable)
                : throw PodIdentityErrors.NoDevelopmentReplica(set, PodEnvironmentVariables.DevelopmentOrdinal, text);
        }

        int chosen = options.DevelopmentOrdinal ?? throw PodIdentityErrors.OutsideCluster(set);
        return IsDeclared(set, chosen)
            ? (chosen, PodIdentitySource.DevelopmentOption)
            : throw PodIdentityErrors.NoDevelopmentReplica(set, nameof(PodIdentityOptions.DevelopmentOrdinal), Describe.Number(chosen));
    }

    private static StatefulSetInfo Locate(StatefulSetInfo set, IPodEnvironment environment)
    {
        (string Source, string Namespace)? found = FindNamespace(set, environment);
        if (set.Namespace is not null && found is { } actual && set.Namespace != actual.Namespace)
        {
            throw PodIdentityErrors.OtherNamespace(set, actual.Source, actual.Namespace);
        }

        string? @namespace = set.Namespace ?? found?.Namespace;
        return @namespace is null
            ? set
            : set.In(
                @namespace,
                set.ClusterDomain
                    ?? ResolverConfiguration.FindClusterDomain(environment.ReadFile(PodFiles.ResolverConfiguration), @namespace));
    }

    private static (string Source, string Namespace)? FindNamespace(StatefulSetInfo set, IPodEnvironment environment)
    {
        if (Value(environment, PodEnvironmentVariables.PodNamespace) is { } variable)
        {
            return KubernetesNames.IsDnsLabel(variable)
                ? (PodEnvironmentVariables.PodNamespace, variable)
                : throw PodIdentityErrors.NoNamespace(set, variable);
        }

        return environment.ReadFile(PodFiles.Namespace)?.Trim() is { } text && KubernetesNames.IsDnsLabel(text)
            ? (PodFiles.Namespace, text)
            : null;
    }

    private static int NotBelowStart(StatefulSetInfo set, int ordinal, string variable, string text) =>
        ordinal >= set.OrdinalStart ? ordinal : throw PodIdentityErrors.BelowStart(set, variable, text, ordinal);

    private static bool IsDeclared(StatefulSetInfo set, int ordinal) =>
        ordinal >= set.OrdinalStart && ordinal - set.OrdinalStart < set.Replicas;

    // The downward API gives an empty value for a label that the pod has not got: POD_ORDINAL before Kubernetes 1.28.
    private static string? Value(IPodEnvironment environment, string name) =>
        environment.Variable(name) is { Length: > 0 } value ? value : null;
}
