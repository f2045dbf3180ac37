using System.Collections.Immutable;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Naming;

/// <summary>
/// Judges the DNS names in a text by the sets that are known. A text that only looks like one is left alone: a name counts
/// when it begins as a pod of a known set does, and goes on as no file or key would.
/// </summary>
internal static class HostCheck
{
    /// <summary>Shorter labels are near to everything, and extensions of files are short.</summary>
    private const int ShortestNearLabel = 4;

    /// <summary>Whether anything can be found in a text, whatever it is for: it has a name of something that is known.</summary>
    public static bool MayConcern(string text, KnownSets known) =>
        IsZoneAlone(text)
        || HostText.In(text).Exists(host => host.Labels[0][0] == '_' || known.HasPod(host.Labels[0]) || known.ServiceNames.Contains(host.Labels[0]));

    public static ImmutableArray<NameFinding> Judge(string text, TextUse use, KnownSets known) => Judge(text, HostText.In(text), use, known);

    /// <param name="text">The text.</param>
    /// <param name="hosts">The names in it.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="known">What is known.</param>
    public static ImmutableArray<NameFinding> Judge(string text, List<HostName> hosts, TextUse use, KnownSets known)
    {
        ImmutableArray<NameFinding>.Builder findings = ImmutableArray.CreateBuilder<NameFinding>();
        if (!known.IsEmpty && IsZoneAlone(text))
        {
            findings.Add(new NameFinding(NameDescriptors.ClusterDomain, 0, text.Length));
        }

        // A list with a wrong number of replicas is one mistake, not one for each of them.
        NameFinding? list = PeerListCheck.Judge(text, hosts, use, known);
        foreach (HostName host in hosts)
        {
            if ((Judge(host, text, use, known) ?? PortCheck.Judge(host, text, use, known)) is { } finding
                && (list is null || (finding.Rule != NameDescriptors.OrdinalOutOfRange && finding.Rule != FirstReplicaRule.Rule)))
            {
                findings.Add(finding);
            }
        }

        if (list is not null && !findings.Any(static finding => finding.Rule == NameDescriptors.UnknownHost || finding.Rule == NameDescriptors.NoServiceLabel))
        {
            findings.Insert(0, list);
        }

        return findings.ToImmutable();
    }

    private static NameFinding? Judge(HostName host, string text, TextUse use, KnownSets known)
    {
        if (host.Labels[0][0] == '_')
        {
            return SrvCheck.Judge(host, text, known);
        }

        NameFinding? first = null;
        foreach ((KnownSet set, int? ordinal) in known.WithPod(host.Labels[0]))
        {
            if (JudgePod(host, text, set, ordinal, use, known) is not { } finding)
            {
                return Zone(host, set.ClusterDomain, 2);
            }

            first ??= finding;
        }

        return first ?? JudgeService(host, text, known);
    }

    /// <summary>What is wrong with the name of a replica of a set; null where it is right, or may be.</summary>
    private static NameFinding? JudgePod(HostName host, string text, KnownSet set, int? ordinal, TextUse use, KnownSets known)
    {
        bool isHost = use.IsHost
            || host.IsInUrl
            || (host.Port is { } port && (host.Labels.Length > 1 || set.PortNumbers.Contains(port)))
            || (use.IsOfPods && (IsAfterUser(host, text) || IsInListOfHosts(host, text, set)));
        if (set.Service is not { } service || host.IsOpen(1))
        {
            return null;
        }

        if (service.Length == 0)
        {
            return isHost || host.HasServiceLabelAt(3) ? Unknown($"no Service governs '{set.Name}', so its pods have no DNS names", Phrase.Of($"set `StatefulSetSpec.serviceName` to the name of a headless Service").In(set.Words)) : null;
        }

        string pod = text.Substring(host.Start, host.Labels[0].Length);
        string right = pod + "." + service;
        if (host.Labels.Length == 1)
        {
            return isHost ? NoService(right) : null;
        }

        string second = host.Labels[1];
        if (second != service)
        {
            if ((host.Labels.Length == 2 && second == set.Namespace) || host.HasServiceLabelAt(2))
            {
                return NoService(right + "." + text.Substring(host.Start + host.Labels[0].Length + 1, host.Length - host.Labels[0].Length - 1));
            }

            // The set's own name is a likely mistake for its Service's, whatever namespace is meant.
            bool isNear = second == set.Name || IsNear(second, service) || known.ServiceNames.Contains(second);
            if (host.HasServiceLabelAt(3) || (host.Labels.Length <= 3 && isNear))
            {
                return Unknown($"the pods of '{set.Name}' have names below the Service '{service}', not '{second}'", $"write '{right}{Rest(2)}'") with
                {
                    Replacement = right + Rest(2),
                };
            }

            return isHost && host.Labels.Length == 2 && set.Namespace is null ? NoService(right + Rest(1)) : null;
        }

        if (host.Labels.Length >= 3 && !host.IsOpen(2))
        {
            string third = host.Labels[2];
            if (host.HasServiceLabelAt(2) && !host.HasServiceLabelAt(3))
            {
                return Unknown("a name has its namespace before 'svc'", set.Namespace is null ? "write it, or remove everything after the Service" : $"write '{right}.{set.Namespace}{Rest(2)}'") with
                {
                    Replacement = set.Namespace is null ? null : right + "." + set.Namespace + Rest(2),
                };
            }

            if (set.Namespace is { } expected
                && third != expected
                && (host.HasServiceLabelAt(3) || (host.Labels.Length == 3 && (IsNear(third, expected) || known.IsName(third)))))
            {
                return Unknown($"'{set.Name}' is in the namespace '{expected}', not '{third}'", $"write '{right}.{expected}{Rest(3)}'") with
                {
                    Replacement = right + "." + expected + Rest(3),
                };
            }

            if (host.Labels.Length >= 5 && host.HasServiceLabelAt(4) && (third == service || third == set.Name || third == set.Namespace || host.Labels[3] == set.Namespace))
            {
                return Unknown("a name has one label, the namespace, between the Service and 'svc'", $"write '{right}.{host.Labels[3]}{Rest(4)}'") with
                {
                    Replacement = right + "." + host.Labels[3] + Rest(4),
                };
            }

            if (host.Labels.Length >= 4 && !host.HasServiceLabelAt(3))
            {
                // Below another zone, which is not the cluster's.
                return null;
            }

            if (host.Labels.Length >= 5
                && set.ClusterDomain is { } zone
                && !host.Labels.Skip(4).Any(static label => label.IndexOf(HostText.Hole) >= 0)
                && host.From(4) != zone)
            {
                return Unknown($"the cluster's domain is '{zone}', not '{host.From(4)}'", "use it, or remove it") with
                {
                    Replacement = right + text.Substring(host.Start + right.Length, third.Length + 5) + "." + zone,
                };
            }
        }

        if (ordinal is { } number && set.Start is { } start)
        {
            if (number < start)
            {
                return new NameFinding(FirstReplicaRule.Rule, host.Start, host.Length, set.Name, start, Text(host), "comes before them", set.Pod(start))
                {
                    Replacement = set.Pod(start) + Rest(1),
                    Set = set,
                    Ordinal = (int)start,
                };
            }

            if (number >= set.End)
            {
                return new NameFinding(NameDescriptors.OrdinalOutOfRange, host.Start, host.Length, Text(host), set.Name, set.MembersText, set.Words.Of(new FieldText("StatefulSetSpec", "replicas")));
            }
        }

        return null;

        NameFinding NoService(string replacement) => new(NameDescriptors.NoServiceLabel, host.Start, host.Length, Text(host), HostText.Display(replacement))
        {
            Replacement = replacement,
            Set = set,
            Ordinal = ordinal,
        };

        NameFinding Unknown(string problem, string advice) => new(NameDescriptors.UnknownHost, host.Start, host.Length, Text(host), problem, HostText.Display(advice))
        {
            Set = set,
            Ordinal = ordinal,
        };

        string Text(HostName name) => HostText.Display(text.Substring(name.Start, name.Length));

        // Of the text, so that it stays as it is written.
        string Rest(int label)
        {
            int position = host.Start;
            for (int i = 0; i < label; i++)
            {
                position += host.Labels[i].Length + 1;
            }

            return position >= host.End ? string.Empty : "." + text.Substring(position, host.End - position);
        }
    }

    /// <summary>Whether a user is before it, as in the names of Erlang's nodes: <c>queue@orders-0</c>.</summary>
    private static bool IsAfterUser(HostName host, string text) => host.Start > 0 && text[host.Start - 1] == '@';

    /// <summary>Whether it is one of several pods of a set in a text, each with a port.</summary>
    private static bool IsInListOfHosts(HostName host, string text, KnownSet set) =>
        host.Port is not null && HostText.In(text).Count(other => other.Port is not null && set.IsPod(other.Labels[0], out _)) > 1;

    /// <summary>A Service's name with a namespace that it is not in, or without any.</summary>
    private static NameFinding? JudgeService(HostName host, string text, KnownSets known)
    {
        if (host.Labels.Length >= 3 && host.HasServiceLabelAt(1) && host.From(2) == ClusterDomains.Default && !host.IsOpen(0) && known.ServicesNamed(host.Labels[0]).FirstOrDefault() is { } without)
        {
            string after = text.Substring(host.Start + host.Labels[0].Length, host.Length - host.Labels[0].Length);
            string? right = without.Namespace is null ? null : without.Name + "." + without.Namespace + after;
            return new NameFinding(
                NameDescriptors.UnknownHost,
                host.Start,
                host.Length,
                HostText.Display(text.Substring(host.Start, host.Length)),
                "a name has its namespace before 'svc'",
                right is null ? "write it, or remove everything after the Service" : $"write '{right}'")
            {
                Replacement = right,
            };
        }

        if (!host.HasServiceLabelAt(2) || host.IsOpen(1))
        {
            return null;
        }

        NameFinding? first = null;
        foreach (KnownService service in known.ServicesNamed(host.Labels[0]))
        {
            if (service.Namespace is null || service.Namespace == host.Labels[1])
            {
                return Zone(host, service.Declared is { } declared && declared.App.ClusterDomain.TryGet(out string? zone) ? zone : null, 1);
            }

            string rest = text.Substring(host.Start + host.Labels[0].Length + 1 + host.Labels[1].Length, host.Length - host.Labels[0].Length - 1 - host.Labels[1].Length);
            string right = service.Name + "." + service.Namespace + rest;
            first ??= new NameFinding(
                NameDescriptors.UnknownHost,
                host.Start,
                host.Length,
                HostText.Display(text.Substring(host.Start, host.Length)),
                $"the Service '{service.Name}' is in the namespace '{service.Namespace}', not '{host.Labels[1]}'",
                $"write '{HostText.Display(right)}'")
            {
                Replacement = right,
            };
        }

        return first;
    }

    /// <summary>The default zone in a name that is right otherwise, where it is not declared as the cluster's.</summary>
    private static NameFinding? Zone(HostName host, string? declared, int namespaceLabel)
    {
        int service = namespaceLabel + 1;
        if (declared is not null || !host.HasServiceLabelAt(service) || host.From(service + 1) != ClusterDomains.Default)
        {
            return null;
        }

        // With its dot, so that nothing is left of it when it goes.
        int length = ClusterDomains.Default.Length + 1;
        return new NameFinding(NameDescriptors.ClusterDomain, host.End - length, length) { Replacement = string.Empty };
    }

    private static bool IsZoneAlone(string text) =>
        text is ClusterDomains.Default or "." + ClusterDomains.Default or ClusterDomains.ServiceLabel + "." + ClusterDomains.Default or "." + ClusterDomains.ServiceLabel + "." + ClusterDomains.Default;

    private static bool IsNear(string label, string name) => label.Length >= ShortestNearLabel && NearestName.Find(label, [name]) is not null;
}
