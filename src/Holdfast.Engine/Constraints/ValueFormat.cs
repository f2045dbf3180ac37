using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Constraints;

/// <summary>A form that texts have. Rows of the table name it.</summary>
/// <param name="Id">The rule that reports a text of another form.</param>
/// <param name="Problem">What is wrong with a text, in words that follow it; null where it is right.</param>
/// <param name="Form">What is taken, in words that follow "use" or are advice by themselves.</param>
internal sealed record ValueFormat(string Id, Func<string, string?> Problem, string Form)
{
    private const string Names = "HF2003";

    private const string Syntax = "HF2017";

    private const string Words = "HF6008";

    private const string OtherForm = "has another form";

    private const string APort = "the name of a port, or its number without quotes";

    private const string APercentage = "a number without quotes, or a percentage such as '50%'";

    /// <summary>The nearest text of the form; null where that is not known.</summary>
    public Func<string, string?> Suggest { get; init; } = static _ => null;

    private static readonly Dictionary<string, ValueFormat> Known = new(StringComparer.Ordinal)
    {
        ["dnsLabel"] = new(Names, static text => DnsLabel.Problem(text), "use at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends") { Suggest = static text => DnsLabel.Suggest(text) },
        ["dns1035Label"] = new(Names, static text => text.Length > 0 && text[0] is >= '0' and <= '9' ? "begins with a digit" : null, "start it with a letter"),
        ["dnsSubdomain"] = new(Names, DnsSubdomain.Problem, "use lower-case letters, digits, dashes and dots, with a letter or digit at both ends") { Suggest = DnsSubdomain.Suggest },

        // What a name is generated of; source: maskTrailingDash of apimachinery, which lets it end with a dash.
        ["labelStem"] = new(Names, static text => DnsLabel.Problem(Stem(text)), "use at most 63 lower-case letters, digits and dashes, with a letter or digit at the beginning"),
        ["subdomainStem"] = new(Names, static text => DnsSubdomain.Problem(Stem(text)), "use lower-case letters, digits, dashes and dots, with a letter or digit at the beginning"),

        // The API server adds 11 characters to the name of a Job that a CronJob makes.
        ["cronJobName"] = new(Names, static text => DnsSubdomain.Problem(text) ?? TooLong(text, KubernetesLimits.DnsLabelLength - 11), "use at most 52 lower-case letters, digits, dashes and dots, with a letter or digit at both ends") { Suggest = DnsSubdomain.Suggest },
        ["portName"] = new(Names, PortName.Problem, "use at most 15 lower-case letters, digits and single dashes, with a letter among them and no dash at an end") { Suggest = PortName.Suggest },
        ["configKey"] = new(Names, ConfigKey.Problem, "use at most 253 letters, digits, dashes, underscores and dots") { Suggest = ConfigKey.Suggest },
        ["pathSegment"] = new(Names, PathSegmentProblem, "use lower-case letters, digits, dashes and dots, with a letter or digit at both ends") { Suggest = DnsSubdomain.Suggest },
        ["csiDriver"] = new(Names, static text => DnsSubdomain.Problem(text.ToLowerInvariant()) ?? TooLong(text, KubernetesLimits.DnsLabelLength), "use letters, digits, dashes and dots, with a letter or digit at both ends"),
        ["labelKey"] = new(Syntax, LabelSyntax.KeyProblem, "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, optionally after a DNS name and a slash"),

        // The part before the slash is compared in lower case here.
        ["annotationKey"] = new(Syntax, static text => LabelSyntax.KeyProblem(text.ToLowerInvariant()), "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, optionally after a DNS name and a slash"),
        ["labelValue"] = new(Syntax, LabelSyntax.ValueProblem, "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, or leave it empty; an annotation may have any text") { Suggest = LabelSyntax.SuggestValue },
        ["qualifiedDomain"] = new(Syntax, static text => LabelSyntax.KeyProblem(text) ?? (text.IndexOf('/') > 0 ? null : "has no domain"), "write one such as 'example.com/name'"),
        ["finalizer"] = new(Syntax, static text => LabelSyntax.KeyProblem(text) ?? (text.IndexOf('/') >= 0 || text is "kubernetes" or "orphan" or "foregroundDeletion" ? null : "has no domain"), "write one such as 'example.com/name'"),
        ["ip"] = new(Syntax, IpSyntax.AddressProblem, "write one such as '10.0.0.1' or 'fd00::1'"),
        ["clusterIP"] = new(Syntax, static text => text is "None" or "" ? null : IpSyntax.AddressProblem(text), "write one such as '10.0.0.1' or 'fd00::1'"),
        ["cidr"] = new(Syntax, IpSyntax.NetworkProblem, "write one such as '10.0.0.0/8'") { Suggest = IpSyntax.Suggest },
        ["looseIp"] = new(Syntax, IpSyntax.LooseAddressProblem, "write one such as '10.0.0.1' or 'fd00::1'"),
        ["looseClusterIP"] = new(Syntax, static text => text is "None" or "" ? null : IpSyntax.LooseAddressProblem(text), "write one such as '10.0.0.1' or 'fd00::1'"),
        ["looseCidr"] = new(Syntax, IpSyntax.LooseNetworkProblem, "write one such as '10.0.0.0/8'") { Suggest = IpSyntax.Suggest },
        ["searchDomain"] = new(Syntax, SearchProblem, "use lower-case letters, digits, dashes and dots, with a letter or digit at both ends"),
        ["narrowSearchDomain"] = new(Syntax, static text => DnsSubdomain.Problem(text.EndsWith(".", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text), "use lower-case letters, digits, dashes and dots, with a letter or digit at both ends"),
        ["wildcardDomain"] = new(Syntax, static text => DnsSubdomain.Problem(text.StartsWith("*.", StringComparison.Ordinal) ? text.Substring(2) : text) ?? (IpSyntax.AddressProblem(text) is null ? "is an address" : null), "write a DNS name such as 'shop.example.com', or one with a wildcard such as '*.example.com'"),
        ["fieldPath"] = new(
            Words,
            static text => text is "metadata.name" or "metadata.namespace" or "metadata.uid" or "spec.nodeName" or "spec.serviceAccountName" or "status.hostIP" or "status.hostIPs" or "status.podIP" or "status.podIPs" || IsEntry(text) ? null : OtherForm,
            "metadata.name, metadata.namespace, metadata.uid, metadata.labels['key'], metadata.annotations['key'], spec.nodeName, spec.serviceAccountName, status.podIP or status.hostIP"),
        ["fieldPathOfFile"] = Matching(@"^metadata\.(?:name|namespace|uid|labels|annotations)$", "metadata.name, metadata.namespace, metadata.uid, metadata.labels, metadata.annotations, metadata.labels['key'] or metadata.annotations['key']", IsEntry),
        ["resourcePath"] = Matching(@"^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$", "limits. or requests. with cpu, memory or ephemeral-storage"),
        ["envName"] = new(Words, static text => text.Length > 0 && IsEnvPrefix(text) ? null : OtherForm, "a name of printable ASCII characters without '='"),
        ["narrowEnvName"] = new(Words, static text => IsNarrowEnvName(text) ? null : OtherForm, "letters, digits, '_', '-' and '.', with no digit at the start"),
        ["envPrefix"] = new(Words, static text => IsEnvPrefix(text) ? null : OtherForm, "printable ASCII characters without '='"),
        ["headerName"] = Matching("^[-A-Za-z0-9]+$", "letters, digits and dashes"),
        ["port"] = new(Words, PortName.Problem, APort),
        ["portOrNothing"] = new(Words, static text => text.Length == 0 ? null : PortName.Problem(text), APort),

        // Negative ones are out of their range, which is another finding.
        ["percentage"] = Matching("^-?[0-9]+%$", APercentage),
        ["dnsName"] = new(Words, static text => DnsSubdomain.Problem(text.TrimEnd('.')), "a DNS name"),
        ["hostnameOverride"] = new(Words, static text => DnsSubdomain.Problem(text) ?? TooLong(text, 64), "a DNS name of at most 64 characters"),
        ["sysctl"] = Matching(@"^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$", "the name of a kernel parameter, such as 'net.core.somaxconn'"),
        ["absolutePath"] = new(Words, static text => text.Length > 0 && text[0] == '/' ? null : "is relative", "a path that begins with a slash"),
        ["schedule"] = new(Words, static text => CronSchedule.IsRight(text) ? null : "is not a schedule", "five fields such as '0 3 * * *', or '@daily'"),
        ["timeZone"] = Matching(@"^(?:(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)(?:/[A-Za-z][A-Za-z0-9_+\-]*)+|UTC|UCT|Zulu|Universal|Greenwich|GMT(?:[+-]?0)?|[CEMW]ET|E[SD]T(?:5EDT)?|[CMP]ST[678][CMP]DT|CST6CDT|MST|HST|GB(?:-Eire)?|NZ(?:-CHAT)?|PRC|ROC|ROK|W-SU|Cuba|Egypt|Eire|Hongkong|Iceland|Iran|Israel|Jamaica|Japan|Kwajalein|Libya|Navajo|Poland|Portugal|Singapore|Turkey)$", "the name of a time zone such as 'Europe/Berlin'"),
        ["resourceName"] = new(Words, ResourceNames.Problem, "cpu, memory, ephemeral-storage, hugepages-<size>, or a name with a domain such as 'example.com/gpu'"),
        ["podResourceName"] = new(Words, static text => text is "cpu" or "memory" || text.StartsWith("hugepages-", StringComparison.Ordinal) ? null : "is not one that a pod as a whole can have", "cpu, memory or hugepages-<size>; leave others to containers"),
        ["groupVersion"] = new(Words, static text => text.IndexOf('/') > 0 ? null : "has no group", "a group and a version such as 'apps/v1'"),
        ["quotaName"] = new(Words, QuotaProblem, "the name of what a quota counts, such as 'requests.memory', 'pods' or 'count/jobs.batch'"),
        ["wholeNumber"] = new(Words, static text => Quantity.TryParse(text, out Quantity quantity) && quantity.IsWhole ? null : "is not a whole number", "a whole number"),
        ["lastingLabelKey"] = new(Syntax, static text => LastingKey(text) is null ? null : "is an old name of a label", "use the name without 'beta'") { Suggest = LastingKey },
        ["lastingAnnotationKey"] = new(Syntax, static text => text == "volume.beta.kubernetes.io/storage-class" ? "is an old form of storageClassName" : null, "set spec.storageClassName instead"),
        ["memoryDivisor"] = Matching("^(?:0|1|1[kMGTPE]i?|1[KMGTPE]i)$", "1, 1k, 1M, 1G, 1Ki, 1Mi, 1Gi or a larger one of these"),
        ["cpuDivisor"] = Matching("^(?:0|1|1m)$", "1 or 1m"),
        ["indexes"] = Matching(@"^[0-9]+(?:-[0-9]+)?(?:,[0-9]+(?:-[0-9]+)?)*$", "indexes such as '0,2-5'"),
        ["trimmed"] = new(Words, static text => text.Trim() == text ? null : "begins or ends with a blank", "the same without blanks at its ends") { Suggest = static text => text.Trim() },
    };

    public static ValueFormat Named(string name) => Known[name];

    private static ValueFormat Matching(string pattern, string form, Func<string, bool>? isRightToo = null)
    {
        // Written with \z: in .NET a dollar sign takes one line end at the end of the text, and the API server takes none.
        // It is read when the first text is compared with it: nearly all projects have texts of few forms.
        Regex? regex = null;
        return new ValueFormat(Words, text => (regex ??= new Regex(pattern.EndsWith("$", StringComparison.Ordinal) ? pattern.Substring(0, pattern.Length - 1) + @"\z" : pattern, RegexOptions.CultureInvariant)).IsMatch(text) || isRightToo?.Invoke(text) == true ? null : OtherForm, form);
    }

    private static bool IsEnvPrefix(string text)
    {
        foreach (char character in text)
        {
            if (character is < ' ' or > '~' or '=')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNarrowEnvName(string text)
    {
        foreach (char character in text)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] is not (>= '0' and <= '9');
    }

    private static readonly Regex Entry = new(@"^metadata\.(labels|annotations)\['([^']+)'\]\z", RegexOptions.CultureInvariant);

    /// <summary>Whether it is a label or annotation by its key; annotations' are compared in lower case.</summary>
    private static bool IsEntry(string text) => text.StartsWith("metadata.", StringComparison.Ordinal) && Entry.Match(text) is { Success: true } match
        && LabelSyntax.KeyProblem(match.Groups[1].Value == "labels" ? match.Groups[2].Value : match.Groups[2].Value.ToLowerInvariant()) is null;

    private static string Stem(string text) => text.Length > 1 && text[text.Length - 1] == '-' ? text.Substring(0, text.Length - 2) + "a" : text;

    /// <summary>The label that took the place of one that Kubernetes gives nodes for a while yet; null where the key is no such.</summary>
    private static string? LastingKey(string text) => text switch
    {
        "beta.kubernetes.io/os" => "kubernetes.io/os",
        "beta.kubernetes.io/arch" => "kubernetes.io/arch",
        "beta.kubernetes.io/instance-type" => "node.kubernetes.io/instance-type",
        "failure-domain.beta.kubernetes.io/zone" => "topology.kubernetes.io/zone",
        "failure-domain.beta.kubernetes.io/region" => "topology.kubernetes.io/region",
        _ => null,
    };

    private static string? TooLong(string text, int most) => text.Length > most ? $"has {text.Length} characters, {text.Length - most} too many" : null;

    private static string? PathSegmentProblem(string text) => text is "." or ".." || text.IndexOfAny(['/', '%']) >= 0 ? "cannot be part of a path" : null;

    /// <summary>What is wrong with a search domain: it may be the root or end with it, and have underscores as SRV names do.</summary>
    private static string? SearchProblem(string text) =>
        text == "." ? null : DnsSubdomain.Problem((text.EndsWith(".", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text).Replace('_', 'x'));

    private static readonly Regex Counted = new(@"^(?:(?:limits|requests)\.)?(?:cpu|memory|storage|ephemeral-storage)\z|^(?:pods|services|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims|services\.nodeports|services\.loadbalancers)\z", RegexOptions.CultureInvariant);

    private static string? QuotaProblem(string text) => Counted.IsMatch(text) || text.StartsWith("hugepages-", StringComparison.Ordinal) || text.StartsWith("requests.hugepages-", StringComparison.Ordinal)
        ? null
        : text.IndexOf('/') > 0 ? LabelSyntax.KeyProblem(text) : "is not counted by quotas";
}
