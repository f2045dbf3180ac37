using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Judging;

/// <summary>
/// Judges names of pods and Services in the texts of manifests, as they are judged in C#: in values of variables, arguments
/// and ConfigMaps, by the sets that the compilation knows.
/// </summary>
/// <param name="known">Those sets; asked for once a text looks like it.</param>
/// <param name="textOf">The text of a file, for places inside of values.</param>
internal sealed class ManifestNames(Lazy<KnownSets> known, Func<string, SourceText?> textOf)
{
    private static readonly char[] WordEnds = [' ', '\t', '\r', '"', '\'', '\\'];

    /// <summary>What is around the items of a list.</summary>
    private static readonly char[] ListSigns = [' ', '\t', '\r', ',', ';', '"', '\'', '\\', '[', ']'];

    private static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);

    /// <summary>
    /// What is said about such texts. That a cluster's zone may be another one is not: it is true of nearly every manifest, and
    /// the author of one knows the cluster.
    /// </summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        NameDescriptors.UnknownHost,
        NameDescriptors.OrdinalOutOfRange,
        NameDescriptors.PeerList,
        NameDescriptors.NoServiceLabel,
        FirstReplicaRule.Rule,
        SrvNameRule.Rule,
        NameDescriptors.UnservedPort,
    ];

    /// <returns>Where names of pods are used that have none, since no Service governs their set: a rule over sets says so.</returns>
    public ImmutableArray<PodNameUse> Judge(ImmutableArray<MappingNode> objects, Reporter context)
    {
        ImmutableArray<PodNameUse>.Builder uses = ImmutableArray.CreateBuilder<PodNameUse>();
        foreach (IReadOnlyList<ManifestText> group in objects.SelectMany(ManifestText.GroupsOf))
        {
            if (!group.Any(static text => text.PodsWithoutNames is not null || MayHold(text.Text)) || known.Value.IsEmpty)
            {
                continue;
            }

            var hosts = new List<HostName>?[group.Count];
            for (int i = 0; i < hosts.Length; i++)
            {
                ManifestText text = group[i];
                JudgeOwnNames(text, context);
                if (!MayHold(text.Text))
                {
                    continue;
                }

                List<HostName> own = HostText.In(text.Text);
                hosts[i] = own;
                if (IsWhole(text.Text, own))
                {
                    JudgePart(text, own);
                    continue;
                }

                foreach ((int start, string part) in Words(text.Text))
                {
                    JudgePart(text with { Start = text.Start + start, Text = part }, HostText.In(part));
                }
            }

            JudgeLists(group, hosts, context);
        }

        return uses.ToImmutable();

        void JudgePart(ManifestText text, List<HostName> hosts)
        {
            foreach (NameFinding finding in HostCheck.Judge(text.Text, hosts, UseOf(text), known.Value))
            {
                // What rules over workloads say about the same texts is left to them.
                bool isOfRule = text.Workload is not null
                    && (finding.Rule == SrvNameRule.Rule || (finding.Rule == FirstReplicaRule.Rule && finding.Set?.Name == text.Workload));

                // A pod knows its own host name by its hosts file.
                bool isOwn = finding.Rule == NameDescriptors.NoServiceLabel && (text.PodName is not null || text.HasSearchDomains);
                if (!Descriptors.Contains(finding.Rule) || isOfRule || isOwn)
                {
                    continue;
                }

                Location? place = PlaceOf(text, finding.Start, finding.Length);
                if (finding is { Set: { Service.Length: 0 } set } && objects.Any(node => IsSet(node, set.Name)))
                {
                    uses.Add(new PodNameUse(set.Name, $"'{AsWritten(HostText.Display(text.Text.Substring(finding.Start, finding.Length)), text.PodName)}'", place));
                }
                else if (place is not null)
                {
                    context.Report(finding.Rule, place, [.. finding.Arguments.Select(argument => AsWritten(argument, text.PodName))]);
                }
            }
        }
    }

    private static bool MayHold(string text) => HostText.MayHold(text) || HostText.IsUrl(text);

    /// <summary>The pod's own name as the user writes it, by a variable.</summary>
    private static object AsWritten(object argument, (string Became, string Written)? name) =>
        argument is string text && name is { } pod ? text.Replace(pod.Became, pod.Written) : argument;

    /// <summary>Pods name themselves below a Service, and only those of a set, or with a subdomain, have such a name.</summary>
    private void JudgeOwnNames(ManifestText text, Reporter context)
    {
        if (text.PodsWithoutNames is not { } pods)
        {
            return;
        }

        foreach (HostName host in HostText.In(text.Text))
        {
            if (host.Labels.Length > 1
                && host.Labels[0].Length == 1
                && host.IsOpen(0)
                && !host.IsOpen(1)
                && (host.HasServiceLabelAt(3) || (host.Labels.Length == 2 && known.Value.ServiceNames.Contains(host.Labels[1])))
                && text.Node.Location is { Kind: LocationKind.ExternalFile } place)
            {
                context.Report(NameDescriptors.UnknownHost, place, AsWritten(HostText.Display(text.Text.Substring(host.Start, host.Length)), text.PodName), $"the pods of {pods} have no DNS names below a Service", "use the pod's address (the field status.podIP), or a StatefulSet");
            }
        }
    }

    /// <summary>
    /// Whether a line is judged as one, and not by its words: it names several pods and is not a list in a command among whose arguments
    /// there is one.
    /// </summary>
    private bool IsWhole(string line, List<HostName> hosts)
    {
        int pods = 0;
        foreach (HostName host in hosts)
        {
            pods += known.Value.HasPod(host.Labels[0]) ? 1 : 0;
        }

        return pods < 2 || PeerListCheck.IsList(line, hosts, known.Value);
    }

    private static IEnumerable<(int Start, string Text)> Words(string line)
    {
        int start = 0;
        foreach (string word in line.Split(WordEnds))
        {
            if (word.Length > 0)
            {
                yield return (start, word);
            }

            start += word.Length + 1;
        }
    }

    /// <summary>Lists with a replica in each line or argument, which are alike but for their numbers.</summary>
    private void JudgeLists(IReadOnlyList<ManifestText> group, List<HostName>?[] hosts, Reporter context)
    {
        var run = new List<(ManifestText Text, HostName Host)>();
        string shape = string.Empty;
        for (int i = 0; i < hosts.Length; i++)
        {
            ManifestText text = group[i];
            if (hosts[i] is not { } own || !HostText.MayHold(text.Text) || PeerListCheck.PodsOf(own, known.Value) is not [var pod])
            {
                End();
                continue;
            }

            string before = shape;
            shape = Digits.Replace(text.Text, "#").Trim(ListSigns);
            if (shape != before)
            {
                End();
            }

            run.Add((text, pod));
        }

        End();

        void End()
        {
            // A replica too much is reported at its own place.
            if (run.Count > 1
                && PeerListCheck.Judge([.. run.Select(static item => item.Host)], UseOf(run[0].Text), known.Value, findsExtra: false) is { } finding
                && PlaceOf(run[0].Text, run[0].Host.Start, run[0].Host.Length) is { } place)
            {
                context.Report(finding.Rule, place, finding.Arguments);
            }

            run.Clear();
        }
    }

    private static bool IsSet(MappingNode node, string name) =>
        ObjectView.Is(node, StatefulSetView.ApiVersion, StatefulSetView.Kind) && node.At("metadata", "name").Is(name);

    private static TextUse UseOf(ManifestText text) => new(
        IsHost: false,
        IsSelection: TextUse.NamesSelection(text.Before) || TextUse.NamesSelection(text.Text),
        IsDeclaration: false)
    {
        IsOfPods = true,
    };

    /// <summary>
    /// The place of a part of a text; the whole value where it is written in another way than it reads, and null where
    /// it is generated.
    /// </summary>
    private Location? PlaceOf(ManifestText text, int start, int length)
    {
        if (text.Node.Location is not { Kind: LocationKind.ExternalFile } location)
        {
            return null;
        }

        string path = location.GetLineSpan().Path;
        if (textOf(path) is not { } source || location.SourceSpan.End > source.Length)
        {
            return location;
        }

        if (LineOfBlock(text, source, location) is { } line)
        {
            int column = line.ToString().IndexOf(text.Text, StringComparison.Ordinal);
            return column < 0 ? location : In(new TextSpan(line.Start + column + start, length));
        }

        string part = text.Text.Substring(start, length);
        int[] read = Places(text.Node.Text, part);
        int[] written = Places(source.ToString(location.SourceSpan), part);

        // What variables are put into has the part where it is written out, if it is there once.
        int index = text.IsExpanded ? (read.Length == 1 ? 0 : -1) : Array.IndexOf(read, text.Start + start);
        if (index < 0 || read.Length != written.Length)
        {
            return location;
        }

        return In(new TextSpan(location.SourceSpan.Start + written[index], length));

        Location In(TextSpan span) => Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The line of the file that a line of a literal block is written on, as the block's lines follow its header; null for all else.</summary>
    private static TextLine? LineOfBlock(ManifestText text, SourceText source, Location location)
    {
        if (location.SourceSpan.Start >= source.Length || source[location.SourceSpan.Start] != '|')
        {
            return null;
        }

        int line = source.Lines.IndexOf(location.SourceSpan.Start) + 1;
        for (int i = 0; i < text.Start; i++)
        {
            line += text.Node.Text[i] == '\n' ? 1 : 0;
        }

        return line < source.Lines.Count ? source.Lines[line] : null;
    }

    private static int[] Places(string text, string part)
    {
        var places = new List<int>();
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            places.Add(at);
        }

        return [.. places];
    }
}
