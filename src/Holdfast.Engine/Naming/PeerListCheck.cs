using System.Collections.Immutable;
using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Rules.Names;

namespace Holdfast.Engine.Naming;

/// <summary>Judges a text, or several, that list the replicas of a set: all of them, and no others, should be there.</summary>
internal static class PeerListCheck
{
    /// <summary>Longer lists are not written by hand.</summary>
    private const int MostMembers = 1000;

    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>Judges a text that holds a list.</summary>
    public static NameFinding? Judge(string text, List<HostName> hosts, TextUse use, KnownSets known)
    {
        List<HostName> pods = PodsOf(hosts, known);
        return pods.Count < 2 || !IsList(text, pods)
            ? null
            : Judge(pods, use, known) is { } finding
                ? finding with { Start = pods[0].Start, Length = pods[pods.Count - 1].End - pods[0].Start, Replacement = null, Member = Member(text, pods, finding.Set!) }
                : null;
    }

    /// <summary>Whether a text is a list of pods and nothing else.</summary>
    public static bool IsList(string text, List<HostName> hosts, KnownSets known) => PodsOf(hosts, known) is { Count: > 1 } pods && IsList(text, pods);

    /// <summary>Those of several names that address a pod of a known set.</summary>
    public static List<HostName> PodsOf(List<HostName> hosts, KnownSets known)
    {
        var pods = new List<HostName>();
        foreach (HostName host in hosts)
        {
            if ((host.Labels.Length > 1 || host.IsInUrl || host.Port is not null) && known.HasPod(host.Labels[0]))
            {
                pods.Add(host);
            }
        }

        return pods;
    }

    /// <summary>Judges the hosts of a list, wherever they come from.</summary>
    /// <param name="pods">The hosts.</param>
    /// <param name="use">What the list is for.</param>
    /// <param name="known">What is known.</param>
    /// <param name="findsExtra">Whether a replica too much is a finding here, and not one at its own place.</param>
    public static NameFinding? Judge(IReadOnlyList<HostName> pods, TextUse use, KnownSets known, bool findsExtra = true)
    {
        NameFinding? first = null;
        foreach ((KnownSet set, _) in known.WithPod(pods[0].Labels[0]))
        {
            if (set.Start is not { } start || set.Replicas is not (> 0 and <= MostMembers and var count))
            {
                return null;
            }

            var listed = new SortedSet<long>();
            int within = 0;
            foreach (HostName pod in pods)
            {
                if (!set.IsPod(pod.Labels[0], out int? ordinal) || ordinal is not { } number)
                {
                    return null;
                }

                within += listed.Add(number) && number >= start && number < start + count ? 1 : 0;
            }

            // Most lists are right, and need no names.
            if ((!findsExtra || within == listed.Count) && (within == count || use.IsSelection))
            {
                return null;
            }

            (string[] extra, string[] missing) = Wrong(listed, set, start, count, findsExtra);

            first ??= new NameFinding(NameDescriptors.PeerList, pods[0].Start, pods[0].Length, set.Name, Problem(extra, use.IsSelection ? [] : missing), Advice(set))
            {
                Set = set,
            };
        }

        return first;
    }

    /// <summary>The pods of a list that the set does not have, and those that the list lacks.</summary>
    private static (string[] Extra, string[] Missing) Wrong(SortedSet<long> listed, KnownSet set, long start, long count, bool findsExtra) => (
        findsExtra ? [.. listed.Where(number => number < start || number >= start + count).Select(set.Pod)] : [],
        [.. Range(start, count).Where(number => !listed.Contains(number)).Select(set.Pod)]);

    private static string Problem(string[] extra, string[] missing)
    {
        string more = extra.Length == 0 ? string.Empty : $"has {Names(extra)}, which the StatefulSet does not have";
        string less = missing.Length == 0 ? string.Empty : $"lacks {Names(missing)}";
        return more.Length > 0 && less.Length > 0 ? more + ", and " + less : more + less;
    }

    private static string Names(string[] names) => names.Length > 4
        ? $"'{names[0]}' to '{names[names.Length - 1]}'"
        : string.Join(", ", names.Select(static name => $"'{name}'"));

    private static string Advice(KnownSet set) => set.Declared is { } declared
        ? $"use {declared.App.Type.Name}.Pods or a [PeerList], which follow Replicas"
        : $"the replicas are {set.MembersText}";

    /// <summary>Whether each part of a text between separators holds one host, or no word at all.</summary>
    private static bool IsList(string text, List<HostName> pods)
    {
        int end;
        for (int start = 0; start <= text.Length; start = end + 1)
        {
            end = text.IndexOfAny(Separators, start);
            end = end < 0 ? text.Length : end;
            int count = 0;
            foreach (HostName pod in pods)
            {
                count += pod.Start >= start && pod.End <= end ? 1 : 0;
            }

            if (count > 1 || (count == 0 && HasLetter(text, start, end)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLetter(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (char.IsLetter(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The member that says the right list: what is written as the first member is, for all of them. Where the whole
    /// text is the list only; numbers elsewhere in it are not looked at.
    /// </summary>
    private static (DeclaredApp App, string Expression)? Member(string text, List<HostName> pods, KnownSet set)
    {
        if (set.Declared is not { } declared || set.Start is not { } start || set.Replicas is not { } count)
        {
            return null;
        }

        string before = text.Substring(0, pods[0].Start);
        string host = text.Substring(pods[0].Start + pods[0].Labels[0].Length, pods[0].Length - pods[0].Labels[0].Length);
        string last = text.Substring(pods[pods.Count - 1].End);
        string between = text.Substring(pods[0].End, pods[1].Start - pods[0].End);
        if (!between.EndsWith(before, StringComparison.Ordinal) || !between.StartsWith(last, StringComparison.Ordinal) || between.Length < before.Length + last.Length)
        {
            return null;
        }

        string separator = between.Substring(last.Length, between.Length - before.Length - last.Length);
        var whole = new StringBuilder();
        foreach (long ordinal in Range(start, count))
        {
            whole.Append(whole.Length == 0 ? string.Empty : separator).Append(before).Append(set.Pod(ordinal)).Append(host).Append(last);
        }

        string right = whole.ToString();
        PeerListDeclaration? list = declared.App.Container.PeerLists.FirstOrDefault(list =>
            list.Member.CanImplement && PeerListText.Expand(declared.App, list) == right);
        return list is null ? null : (declared, list.Member.Name);
    }

    private static IEnumerable<long> Range(long start, long count)
    {
        for (long number = start; number < start + count; number++)
        {
            yield return number;
        }
    }
}
