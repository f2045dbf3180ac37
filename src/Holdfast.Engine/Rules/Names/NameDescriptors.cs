using System.Collections.Immutable;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

/// <summary>The diagnostics of rules over C# code: names of pods and Services in strings, and how a process finds out which replica it is.</summary>
internal static class NameDescriptors
{
    /// <summary>A pod's or Service's DNS name that no known set or Service has.</summary>
    public static readonly DiagnosticDescriptor UnknownHost = Create(
        "HF2004", "A DNS name matches no pod and no Service", "'{0}' does not resolve (NXDOMAIN): {1}; {2}", fix: Fixes.NameInCode);

    /// <summary>An ordinal after the last replica.</summary>
    public static readonly DiagnosticDescriptor OrdinalOutOfRange = Create(
        "HF2005", "A pod name is beyond the last replica", "'{0}' does not resolve (NXDOMAIN): the pods of '{1}' are {2}; name one of them, or raise {3}");

    /// <summary>A list that is not that of the replicas.</summary>
    public static readonly DiagnosticDescriptor PeerList = Create(
        "HF2006", "A list of peers does not match the replicas", "This list of the replicas of '{0}' {1}, so they see different clusters; {2}", fix: Fixes.NameOfList);

    /// <summary>A pod's name without the governing Service's.</summary>
    public static readonly DiagnosticDescriptor NoServiceLabel = Create(
        "HF2007", "A pod's DNS name lacks its Service", "'{0}' does not resolve (NXDOMAIN): a pod has a DNS name only below its governing Service; write '{1}'", fix: Fixes.NameInCode);

    /// <summary>The default zone, written out.</summary>
    public static readonly DiagnosticDescriptor ClusterDomain = Create(
        "HF2008",
        "The cluster's DNS domain is hard-coded",
        "'cluster.local' is only the default domain of a cluster, so the name does not resolve in a cluster with another domain; remove it, because the pod's search path completes the name",
        DiagnosticSeverity.Info,
        Fixes.NameInCode);

    /// <summary>An ordinal cut out of a name in a way that does not fit all names.</summary>
    public static readonly DiagnosticDescriptor ParsedOrdinal = Create(
        "HF2009", "An ordinal is parsed from the host name by hand", "'{0}' {1}, so a replica may get the ordinal of another one; use {2}", fix: Fixes.NameOfParsed);

    /// <summary>A variable that is read and not set.</summary>
    public static readonly DiagnosticDescriptor UnsetVariable = Create(
        "HF2013", "An environment variable is read that the manifest does not set", "{0} does not set '{1}', so this is null in the cluster; {2}", fix: Fixes.ReplaceText);

    /// <summary>Addresses of pods that are kept for too long.</summary>
    public static readonly DiagnosticDescriptor KeptAddress = Create(
        "HF2014",
        "A pod's address is looked up once",
        "'{0}' resolves to pods, whose addresses change when they are rescheduled, but {1}; {2}",
        DiagnosticSeverity.Info);

    /// <summary>Two pods compared that may know unequally much.</summary>
    public static readonly DiagnosticDescriptor PodEquality = Create(
        "HF2021",
        "A pod is compared with the process's own by its DNS name",
        "In a cluster '{0}' knows its namespace and '{1}' does not, so the two differ even for the same replica; use '{2}'",
        DiagnosticSeverity.Info,
        Fixes.NameOfExpression);

    /// <summary>A host that may take longer to stop than its pod is given.</summary>
    public static readonly DiagnosticDescriptor ShutdownTimeout = Create(
        "HF2022",
        "The host may take longer to stop than the grace period",
        "The host may take {0} seconds to stop, but the pods of '{1}' are killed {2} seconds after the stop signal, so data that is not flushed by then is lost; shorten the timeout, or raise {3} above {0}");

    /// <summary>A port that what a name leads to does not serve.</summary>
    public static readonly DiagnosticDescriptor UnservedPort = Create(
        "HF2023", "A host name has a port that nothing listens on", "'{0}' does not answer on port {1}: {2}; {3}");

    /// <summary>A token that code needs and no pod gets.</summary>
    public static readonly DiagnosticDescriptor NoToken = new(
        "HF6003",
        "Code needs a service account token and its pods have none",
        "{0} needs a service account token, and {1}, so {2}; set {3}",
        RuleCategories.Containers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6003"));

    /// <summary>Rights that a library needs and the account of the pods does not have.</summary>
    public static readonly DiagnosticDescriptor NoRights = new(
        "HF9034",
        "Code needs rights at the API server that its pods do not have",
        "{0} needs the right to {1}, and the account of '{2}' has {3}, so the API server forbids its requests (403); add {4} to {5}",
        RuleCategories.Containers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9034"),
        customTags: Fixes.AllowRights);

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
        FirstReplicaRule.Rule,
        SrvNameRule.Rule,
        UnsetVariable,
        KeptAddress,
        PodEquality,
        ShutdownTimeout,
        UnservedPort,
        NoToken,
        NoRights,
    ];

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning, string? fix = null) =>
        new(id, title, message, RuleCategories.Names, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id), customTags: fix is null ? [] : [fix]);
}
