using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>Under which namespace and cluster domain a set is looked for.</summary>
internal static class SetLocation
{
    public static StatefulSetInfo Locate(StatefulSetInfo declared, PodIdentity? self, DiscoveryOptions options, IPodEnvironment environment)
    {
        if (!options.AbsoluteNames)
        {
            // The size may have been learnt; the names stay as short as they are declared.
            StatefulSetInfo known = declared.WithReplicas(Math.Max(declared.Replicas, self?.Set.Replicas ?? 0));
            string? told = options.Namespace ?? declared.Namespace;
            return told is null ? known : known.In(told, options.ClusterDomain);
        }

        StatefulSetInfo set = self?.Set ?? declared;
        string? resolvConf = environment.ReadFile(PodFiles.ResolverConfiguration);
        string @namespace = options.Namespace
            ?? set.Namespace
            ?? Label(environment.Variable(PodEnvironmentVariables.PodNamespace))
            ?? Label(environment.ReadFile(PodFiles.Namespace)?.Trim())
            ?? ResolverConfiguration.FindNamespace(resolvConf)
            ?? throw Unknown(set);
        return set.In(@namespace, options.ClusterDomain ?? set.ClusterDomain ?? ClusterDomain(resolvConf));
    }

    /// <summary>The zone of the pod's own search path: it is the cluster's, whatever namespace the set is in.</summary>
    private static string? ClusterDomain(string? resolvConf) =>
        ResolverConfiguration.FindNamespace(resolvConf) is { } own ? ResolverConfiguration.FindClusterDomain(resolvConf, own) : null;

    private static string? Label(string? text) => text is not null && KubernetesNames.IsDnsLabel(text) ? text : null;

    private static InvalidOperationException Unknown(StatefulSetInfo set) => new(
        $"The namespace of StatefulSet \"{set.Name}\" is not known, so its replicas have no absolute DNS names: "
        + $"{PodEnvironmentVariables.PodNamespace} is not set, {PodFiles.Namespace} is not there, and {PodFiles.ResolverConfiguration} "
        + $"has no search path of a cluster. Declare env {PodEnvironmentVariables.PodNamespace} from the field metadata.namespace, as the "
        + $"manifests that Holdfast makes do; or set {nameof(DiscoveryOptions)}.{nameof(DiscoveryOptions.Namespace)}; or, where names are "
        + $"to be found through the search path, set {nameof(DiscoveryOptions.AbsoluteNames)} to false.");
}
