using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>The form that a text at the end of a path must have.</summary>
/// <param name="PathEnd">The last fields of the path; <c>*</c> stands for an item of a list.</param>
/// <param name="IsRight">Whether a text has it.</param>
/// <param name="Description">What is taken, for messages.</param>
internal sealed record ValueForm(string PathEnd, Func<string, bool> IsRight, string Description)
{
    private const string APort = "the name of a port, or its number without quotes";

    private static readonly Regex Field = new(
        @"^(?:metadata\.(?:name|namespace|uid)|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$",
        RegexOptions.CultureInvariant);

    private static readonly Regex FieldOfFile = new(@"^metadata\.(?:name|namespace|uid|labels|annotations)$", RegexOptions.CultureInvariant);

    private static readonly Regex Entry = new(@"^metadata\.(labels|annotations)\['([^']+)'\]$", RegexOptions.CultureInvariant);

    private static readonly Regex Resource = new(@"^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$", RegexOptions.CultureInvariant);

    private static readonly Regex Header = new("^[-A-Za-z0-9]+$", RegexOptions.CultureInvariant);

    // Negative ones are out of their range, which is another finding.
    private static readonly Regex Percentage = new("^-?[0-9]+%$", RegexOptions.CultureInvariant);

    private static readonly Regex Sysctl = new(@"^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$", RegexOptions.CultureInvariant);

    /// <summary>Whether it may be the name of a port that a container of the same pod declares.</summary>
    public bool IsPortOfContainer { get; init; }

    /// <summary>All of them; the first that fits counts.</summary>
    public static ImmutableArray<ValueForm> All { get; } =
    [
        new("env.*.valueFrom.fieldRef.fieldPath", static text => Field.IsMatch(text) || IsEntry(text), "metadata.name, metadata.namespace, metadata.uid, metadata.labels['key'], metadata.annotations['key'], spec.nodeName, spec.serviceAccountName, status.podIP or status.hostIP"),
        new("downwardAPI.items.*.fieldRef.fieldPath", static text => FieldOfFile.IsMatch(text) || IsEntry(text), "metadata.name, metadata.namespace, metadata.uid, metadata.labels, metadata.annotations, metadata.labels['key'] or metadata.annotations['key']"),
        new("resourceFieldRef.resource", Resource.IsMatch, "limits. or requests. with cpu, memory or ephemeral-storage"),
        new("env.*.name", static text => text.Length > 0 && IsOfVariable(text), "a name of printable ASCII characters without '='"),
        new("envFrom.*.prefix", IsOfVariable, "printable ASCII characters without '='"),
        new("httpHeaders.*.name", Header.IsMatch, "letters, digits and dashes"),
        new("httpGet.port", static text => PortName.Problem(text) is null, APort) { IsPortOfContainer = true },
        new("tcpSocket.port", static text => PortName.Problem(text) is null, APort) { IsPortOfContainer = true },
        new("ports.*.targetPort", static text => text.Length == 0 || PortName.Problem(text) is null, APort),
        new("minAvailable", Percentage.IsMatch, "a number without quotes, or a percentage such as '50%'"),
        new("maxUnavailable", Percentage.IsMatch, "a number without quotes, or a percentage such as '50%'"),
        new("maxSurge", Percentage.IsMatch, "a number without quotes, or a percentage such as '50%'"),
        new("externalName", static text => DnsSubdomain.Problem(text.TrimEnd('.')) is null, "a DNS name"),
        new("hostnameOverride", static text => text.Length <= 64 && DnsSubdomain.Problem(text) is null, "a DNS name of at most 64 characters"),
        new("ingress.*.ports.*.port", static text => PortName.Problem(text) is null, APort),
        new("egress.*.ports.*.port", static text => PortName.Problem(text) is null, APort),
        new("sysctls.*.name", Sysctl.IsMatch, "the name of a kernel parameter, such as 'net.core.somaxconn'"),
    ];

    private static bool IsOfVariable(string text) => text.All(static c => c is >= ' ' and <= '~' and not '=');

    /// <summary>Whether it is a label or annotation by its key; annotations' are compared in lower case.</summary>
    private static bool IsEntry(string text) => Entry.Match(text) is { Success: true } match
        && LabelSyntax.KeyProblem(match.Groups[1].Value == "labels" ? match.Groups[2].Value : match.Groups[2].Value.ToLowerInvariant()) is null;
}
