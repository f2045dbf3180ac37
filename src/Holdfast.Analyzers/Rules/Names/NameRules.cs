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

    /// <summary>An ordinal before the first member.</summary>
    public static readonly DiagnosticDescriptor BeforeFirst = Create(
        "HF2011", "A member is named that comes before the first", "The members of '{0}' begin at {1}, so '{2}' does not resolve (NXDOMAIN); the first one is '{3}'");

    /// <summary>An SRV name that no port has.</summary>
    public static readonly DiagnosticDescriptor UnknownPort = Create(
        "HF2012", "A name of a port leads nowhere", "'{0}' does not resolve (NXDOMAIN): the Service '{1}' {2}; {3}");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownHost,
        OrdinalOutOfRange,
        PeerList,
        NoServiceLabel,
        ClusterDomain,
        BeforeFirst,
        UnknownPort,
    ];

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(id, title, message, RuleCategories.Names, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id));
}
