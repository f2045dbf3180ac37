using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>Makes trees of what a parser came across: aliases, merge keys and types are resolved here.</summary>
/// <param name="text">The text.</param>
/// <param name="events">What is in it; ends in the middle where the rest cannot be read.</param>
/// <param name="problems">Takes what cannot be read.</param>
/// <param name="place">From a part of the text to where the user wrote it.</param>
internal sealed class YamlTree(string text, YamlEvents events, YamlProblems problems, Func<TextSpan, NodeLocation>? place)
{
    private const string MergeKey = "<<";

    /// <summary>Up to so many keys it is faster to look at each than to hash them.</summary>
    private const int FewKeys = 16;

    /// <summary>Room for more is not kept.</summary>
    private const int MostKept = 1024;

    private Dictionary<string, YamlAnchor>? _anchors;

    /// <summary>Room of the last text of the thread, so that each of a thousand files does not have its lists grow.</summary>
    [ThreadStatic]
    private static (List<MappingEntry> Entries, List<ManifestNode> Items)? Kept;

    // What is being read of all open collections, innermost last: one list for all of them.
    private List<MappingEntry> _entries = [];
    private List<ManifestNode> _items = [];
    private readonly bool _hasTabs = text.IndexOf('\t') >= 0;
    private int _size;
    private int _flowDepth;
    private bool _isCut;

    /// <summary>The documents that are complete and lists, once all are read.</summary>
    public ImmutableArray<SequenceNode> Lists { get; private set; } = [];

    /// <summary>The documents that are complete and mappings.</summary>
    /// <param name="takesLists">Whether a document may be a list: of operations, replacements, or whatever else is not an object.</param>
    public ImmutableArray<MappingNode> Read(bool takesLists = false)
    {
        if (Kept is { } kept)
        {
            (_entries, _items, Kept) = (kept.Entries, kept.Items, null);
        }

        ImmutableArray<MappingNode> read = ReadDocuments(takesLists);
        if (_entries.Capacity <= MostKept && _items.Capacity <= MostKept)
        {
            // What was cut off is still there.
            _entries.Clear();
            _items.Clear();
            Kept = (_entries, _items);
        }

        return read;
    }

    private ImmutableArray<MappingNode> ReadDocuments(bool takesLists)
    {
        ImmutableArray<MappingNode>.Builder documents = ImmutableArray.CreateBuilder<MappingNode>();
        while (!events.IsAtEnd)
        {
            bool isStart = events.Current.Kind == YamlEventKind.DocumentStart;
            events.Advance();
            if (!isStart || events.IsAtEnd)
            {
                continue;
            }

            _anchors?.Clear();
            TextSpan root = events.Current.Span;
            ManifestNode node = ReadNode(shownAt: null, depth: 0, out _);
            switch (node)
            {
                case MappingNode mapping when !_isCut:
                    documents.Add(mapping);
                    break;
                case UnknownNode or ScalarNode { Kind: ScalarKind.Null }:
                    break;
                case SequenceNode list when takesLists && !_isCut && !list.Mappings().Any(IsObject):
                    Lists = Lists.Add(list);
                    break;
                case var _ when !_isCut:
                    problems.Add("an object is a mapping of fields, but this is " + (node is SequenceNode ? "a list" : "a single value"), root);
                    break;
            }
        }

        return documents.ToImmutable();
    }

    /// <summary>Objects in a list are refused by kubectl, which takes a <c>kind: List</c> only.</summary>
    private static bool IsObject(MappingNode node) => node["apiVersion"] is not null && node["kind"] is not null;

    /// <param name="shownAt">Where a collection is shown that has no text: at the key that leads to it.</param>
    /// <param name="depth">How many collections are around it.</param>
    /// <param name="height">How many are in it.</param>
    private ManifestNode ReadNode(TextSpan? shownAt, int depth, out int height)
    {
        height = 0;
        if (events.IsAtEnd)
        {
            _isCut = true;
            return new UnknownNode();
        }

        YamlEvent current = events.Current;
        events.Advance();
        CheckIndentation(current);
        if (current.Kind == YamlEventKind.Alias)
        {
            return ReadAlias(current, depth, out height);
        }

        int before = _size++;
        if (current.Anchor.Length > 0)
        {
            (_anchors ??= new Dictionary<string, YamlAnchor>(StringComparer.Ordinal))[current.Anchor] = new YamlAnchor(null, 0, 0);
        }

        ManifestNode node = current.Kind switch
        {
            YamlEventKind.MappingStart => ReadMapping(current, shownAt, depth, out height),
            YamlEventKind.SequenceStart => ReadSequence(current, shownAt, depth, out height),
            _ => ReadScalar(current),
        };
        if (current.Anchor.Length > 0)
        {
            _anchors![current.Anchor] = new YamlAnchor(node, _size - before, height);
        }

        return node;
    }

    private ManifestNode ReadAlias(YamlEvent alias, int depth, out int height)
    {
        height = 0;
        string? problem = null;
        YamlAnchor? anchor = null;
        if (_anchors?.TryGetValue(alias.Value, out anchor) != true)
        {
            problem = $"there is no anchor '&{alias.Value}' before the alias '*{alias.Value}'";
        }
        else if (anchor.Node is null)
        {
            problem = $"the anchor '&{alias.Value}' contains itself";
        }
        else if (depth + anchor.Height > YamlLimits.Depth)
        {
            problem = $"it is nested more than {YamlLimits.Depth} deep";
        }
        else if (_size + anchor.Size > YamlLimits.Nodes)
        {
            problem = $"its aliases stand for more than {YamlLimits.Nodes} values";
        }

        if (problem is not null)
        {
            problems.Add(problem, alias.Span);
            return new UnknownNode(Place(alias.Span));
        }

        _size += anchor!.Size;
        height = anchor.Height;
        return anchor.Node!;
    }

    private MappingNode ReadMapping(YamlEvent start, TextSpan? shownAt, int depth, out int height)
    {
        height = 0;
        _flowDepth += start.IsFlow ? 1 : 0;
        int begin = _entries.Count;
        HashSet<string>? keys = null;
        List<(MappingNode Source, int Index)>? merged = null;
        TextSpan? first = shownAt;
        while (!events.IsAtEnd && events.Current.Kind != YamlEventKind.CollectionEnd)
        {
            YamlEvent key = events.Current;
            string? name = ReadKey(key, depth + 1);
            TextSpan span = Trim(key.Span);
            first ??= span;
            ManifestNode value = ReadNode(span, depth + 1, out int below);
            height = Math.Max(height, below + 1);
            if (key is { Kind: YamlEventKind.Scalar, IsPlain: true, Value: MergeKey, Tag.Length: 0 })
            {
                AddMerged(value, span, _entries.Count - begin, merged ??= []);
            }
            else if (name is null)
            {
                problems.Add("a key is a text, and this is not one", span);
            }
            else if (!IsNew(name, begin, ref keys))
            {
                problems.Add($"'{name}' is there twice in one mapping", span, isRepeatedKey: true);
            }
            else
            {
                _entries.Add(new MappingEntry(name, value, Place(span)));
            }
        }

        EndCollection(start);
        ImmutableArray<MappingEntry> entries = Take(_entries, begin);
        return new MappingNode(merged is null ? entries : [.. Merge(entries, merged)], Place(first ?? start.Span));
    }

    /// <summary>A key's text, as JSON has it; null where it is none.</summary>
    private string? ReadKey(in YamlEvent key, int depth)
    {
        // Nearly all keys are plain words, which need no node.
        if (key is { Kind: YamlEventKind.Scalar, IsPlain: true, Tag.Length: 0, Anchor.Length: 0, Value: var word } && YamlScalar.IsPlainText(word))
        {
            _size++;
            events.Advance();
            CheckIndentation(key);
            return word;
        }

        return KeyText(ReadNode(shownAt: null, depth, out _));
    }

    /// <summary>Whether a mapping does not have a key yet.</summary>
    private bool IsNew(string name, int begin, ref HashSet<string>? keys)
    {
        if (_entries.Count - begin < FewKeys)
        {
            for (int i = begin; i < _entries.Count; i++)
            {
                if (_entries[i].Key == name)
                {
                    return false;
                }
            }

            return true;
        }

        keys ??= new HashSet<string>(_entries.Skip(begin).Select(static entry => entry.Key), StringComparer.Ordinal);
        return keys.Add(name);
    }

    /// <summary>Takes what belongs to one collection off the end of what is read of all.</summary>
    private static ImmutableArray<T> Take<T>(List<T> all, int begin)
    {
        var taken = new T[all.Count - begin];
        all.CopyTo(begin, taken, 0, taken.Length);
        all.RemoveRange(begin, taken.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }

    private SequenceNode ReadSequence(YamlEvent start, TextSpan? shownAt, int depth, out int height)
    {
        height = 0;
        _flowDepth += start.IsFlow ? 1 : 0;
        int begin = _items.Count;
        while (!events.IsAtEnd && events.Current.Kind != YamlEventKind.CollectionEnd)
        {
            _items.Add(ReadNode(shownAt: null, depth + 1, out int below));
            height = Math.Max(height, below + 1);
        }

        EndCollection(start);
        return new SequenceNode(Take(_items, begin), Place(shownAt ?? start.Span));
    }

    private void EndCollection(YamlEvent start)
    {
        _flowDepth -= start.IsFlow ? 1 : 0;
        _isCut |= events.IsAtEnd;
        events.Advance();
    }

    private ManifestNode ReadScalar(YamlEvent scalar)
    {
        TextSpan span = Trim(scalar.Span);
        NodeLocation location = Place(span);
        if (scalar.Tag is "" or "!")
        {
            if (!scalar.IsPlain || scalar.Tag == "!")
            {
                return ScalarNode.String(scalar.Value, location);
            }

            if (YamlScalar.Plain(scalar.Value, location) is { } plain)
            {
                return plain;
            }

            problems.Add($"JSON has no form for '{scalar.Value}', so no object for the API server can have it; put it in quotes if it is a text", span);
        }
        else if (YamlScalar.Tagged(scalar.Tag, scalar.Value, location) is { } tagged)
        {
            return tagged;
        }
        else
        {
            problems.Add($"'{scalar.Value}' is not what its tag says", span);
        }

        return new UnknownNode(location);
    }

    private void AddMerged(ManifestNode value, TextSpan span, int index, List<(MappingNode Source, int Index)> merged)
    {
        switch (value)
        {
            case MappingNode mapping:
                merged.Add((mapping, index));
                break;
            case SequenceNode sequence when sequence.Items.All(static item => item is MappingNode):
                merged.AddRange(sequence.Items.Select(item => ((MappingNode)item, index)));
                break;
            case UnknownNode:
                break;
            default:
                problems.Add("'<<' takes in a mapping or a list of mappings", span);
                break;
        }
    }

    /// <summary>Puts what is taken in where <c>&lt;&lt;</c> stands; what the mapping itself says, or an earlier source, goes first.</summary>
    private static List<MappingEntry> Merge(ImmutableArray<MappingEntry> entries, List<(MappingNode Source, int Index)> merged)
    {
        var keys = new HashSet<string>(entries.Select(static entry => entry.Key), StringComparer.Ordinal);
        var all = new List<MappingEntry>();
        int next = 0;
        for (int i = 0; i <= entries.Length; i++)
        {
            for (; next < merged.Count && merged[next].Index == i; next++)
            {
                foreach (MappingEntry entry in merged[next].Source.Entries)
                {
                    if (keys.Add(entry.Key))
                    {
                        all.Add(entry);
                    }
                }
            }

            if (i < entries.Length)
            {
                all.Add(entries[i]);
            }
        }

        return all;
    }

    /// <summary>Numbers and booleans are keys as JSON writes them: <c>010</c> is <c>8</c>, <c>on</c> is <c>true</c>.</summary>
    private static string? KeyText(ManifestNode key) => key is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>kubectl takes no tab for indentation; the parser does at some places.</summary>
    private void CheckIndentation(YamlEvent current)
    {
        if (_flowDepth > 0 || !_hasTabs)
        {
            return;
        }

        int tab = -1;
        for (int i = current.Span.Start - 1; i >= 0 && text[i] is ' ' or '\t'; i--)
        {
            tab = text[i] == '\t' ? i : tab;
            if (tab >= 0 && (i == 0 || text[i - 1] is '\n' or '\r'))
            {
                problems.Add(YamlParser.TabProblem, TextSpan.FromBounds(tab, current.Span.Start));
                return;
            }
        }
    }

    /// <summary>A text over several lines is shown at its first; its end is where the next thing begins.</summary>
    private TextSpan Trim(TextSpan span)
    {
        int end = span.Start;
        while (end < span.End && text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        while (end > span.Start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    private NodeLocation Place(TextSpan span) => place is null ? default : place(span);
}
