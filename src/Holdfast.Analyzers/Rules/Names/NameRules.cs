using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Names;

/// <summary>The rules over C# code: names of pods and Services in strings, and how a process finds out who it is.</summary>
internal static class NameRules
{
    /// <summary>A pod's or Service's DNS name that no known set or Service has.</summary>
    public static readonly DiagnosticDescriptor UnknownHost = Create(
        "HF2004", "A DNS name is no pod's and no Service's", "'{0}' does not resolve (NXDOMAIN): {1}; {2}");

    /// <summary>An ordinal after the last member.</summary>
    public static readonly DiagnosticDescriptor OrdinalOutOfRange = Create(
        "HF2005", "A pod is named that the set does not have", "'{0}' does not resolve (NXDOMAIN): the pods of '{1}' are {2}; name one of them, or raise Replicas");

    /// <summary>A list that is not that of the members.</summary>
    public static readonly DiagnosticDescriptor PeerList = Create(
        "HF2006", "A list of peers is not that of the members", "This list of the members of '{0}' {1}, so they see different clusters; {2}");

    /// <summary>A pod's name without the governing Service's.</summary>
    public static readonly DiagnosticDescriptor NoServiceLabel = Create(
        "HF2007", "A pod's DNS name lacks its Service", "'{0}' does not resolve (NXDOMAIN): a pod has a DNS name below its governing Service alone; write '{1}'");

    /// <summary>The default zone, written out.</summary>
    public static readonly DiagnosticDescriptor ClusterDomain = Create(
        "HF2008",
        "The cluster's DNS zone is written out",
        "'cluster.local' is only the default of a cluster's zone, and in a cluster with another one the name does not resolve; leave it to the pod's search path, or declare ClusterDomain and use generated names",
        DiagnosticSeverity.Info);

    /// <summary>An ordinal cut out of a name in a way that does not fit all names.</summary>
    public static readonly DiagnosticDescriptor ParsedOrdinal = Create(
        "HF2009", "An ordinal is cut out of the host name by hand", "'{0}' {1}, and then a member takes itself for another one; use {2}");

    /// <summary>A variable that is read and not set.</summary>
    public static readonly DiagnosticDescriptor UnsetVariable = Create(
        "HF2013", "An environment variable is read that the manifest does not set", "{0} does not set '{1}', so this is null in the cluster; {2}");

    /// <summary>Addresses of pods that are kept for too long.</summary>
    public static readonly DiagnosticDescriptor KeptAddress = Create(
        "HF2014",
        "A pod's address is looked up once",
        "'{0}' leads to pods, whose addresses change whenever they are rescheduled, and {1}; {2}",
        DiagnosticSeverity.Info);

    /// <summary>Two pods compared that may know unequally much.</summary>
    public static readonly DiagnosticDescriptor PodEquality = Create(
        "HF2021",
        "A pod is compared with the process's own by its DNS name",
        "In a cluster '{0}' knows its namespace and '{1}' does not, so the two differ even where they are the same member; use '{2}'",
        DiagnosticSeverity.Info);

    /// <summary>A host that may take longer to stop than its pod is given.</summary>
    public static readonly DiagnosticDescriptor ShutdownTimeout = Create(
        "HF2022",
        "The host may take longer to stop than its pod is given",
        "The host may take {0} seconds to stop, and the pods of '{1}' are killed {2} seconds after they are told to stop, so what is not flushed by then is lost; shorten it or raise TerminationGracePeriodSeconds above {0}");

    /// <summary>A token that code needs and no pod gets.</summary>
    public static readonly DiagnosticDescriptor NoToken = new(
        "HF6003",
        "Code needs the token of a service account and its pods have none",
        "{0} needs the token of a service account, and {1}, so {2}; let it be mounted (MountToken)",
        RuleCategories.Containers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6003"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownHost,
        OrdinalOutOfRange,
        PeerList,
        NoServiceLabel,
        ClusterDomain,
        ParsedOrdinal,
        HostNetworkNameRule.Rule,
        FirstMemberRule.Rule,
        SrvNameRule.Rule,
        UnsetVariable,
        KeptAddress,
        PodEquality,
        ShutdownTimeout,
        NoToken,
    ];

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(id, title, message, RuleCategories.Names, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id));
}
