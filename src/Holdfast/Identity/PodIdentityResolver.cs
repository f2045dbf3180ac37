using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Decides which member of a set a process is. Refuses rather than guesses: a wrong ordinal is a wrong volume.</summary>
internal static class PodIdentityResolver
{
    public static Pod Resolve(StatefulSetInfo set, IPodEnvironment environment)
    {
        bool inCluster = IsInCluster(environment);
        int ordinal = inCluster ? OrdinalOfPod(set, environment) : OrdinalInDevelopment(set, environment);
        StatefulSetInfo located = inCluster ? Locate(set, environment) : set;
        int index = ordinal - set.OrdinalStart;
        return new Pod(located.WithReplicas(Math.Max(set.Replicas, index + 1)), ordinal);
    }

    // An empty variable still shows that a manifest meant to set it, which is a cluster's doing.
    private static bool IsInCluster(IPodEnvironment environment) =>
        environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) is not null
        || environment.Variable(PodEnvironmentVariables.PodName) is not null
        || environment.Variable(PodEnvironmentVariables.PodNamespace) is not null
        || environment.Variable(PodEnvironmentVariables.PodOrdinal) is not null;

    private static int OrdinalOfPod(StatefulSetInfo set, IPodEnvironment environment)
    {
        int? fromOrdinal = OrdinalFromVariable(set, Value(environment, PodEnvironmentVariables.PodOrdinal));
        int? fromName = OrdinalFromName(set, Value(environment, PodEnvironmentVariables.PodName));
        return fromOrdinal is not null && fromName is not null && fromOrdinal != fromName
            ? throw PodIdentityErrors.Disagree(set, fromOrdinal.Value, fromName.Value)
            : fromOrdinal ?? fromName ?? OrdinalFromHostName(set, environment.HostName);
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
            : throw PodIdentityErrors.NoMember(set, name);
    }

    /// <summary>
    /// The host name is the pod's name, except on the host's network, where it is the node's, and where it was cut off:
    /// <c>…-12</c> cut to <c>…-1</c> would be a member as well. So it counts only when nothing is wrong with it.
    /// </summary>
    private static int OrdinalFromHostName(StatefulSetInfo set, string hostName)
    {
        // With setHostnameAsFQDN the pod's name is the first label.
        string label = hostName.Split('.')[0];
        return label.Length < KubernetesLimits.DnsLabelLength
            && KubernetesNames.TryParsePod(label, set.Name, out int ordinal)
            && IsDeclared(set, ordinal)
                ? ordinal
                : throw PodIdentityErrors.HostNameNotTrusted(set, hostName);
    }

    private static int OrdinalInDevelopment(StatefulSetInfo set, IPodEnvironment environment)
    {
        string text = Value(environment, PodEnvironmentVariables.DevelopmentOrdinal)
            ?? throw PodIdentityErrors.OutsideCluster(set);
        return KubernetesNames.TryParseOrdinal(text, out int ordinal) && IsDeclared(set, ordinal)
            ? ordinal
            : throw PodIdentityErrors.NoDevelopmentMember(set, text);
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
