using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>
/// Takes what may not be there out of the tree of a template: a field that a part has makes its mapping open, and an item its list
/// unknown. Values that are written are unknown.
/// </summary>
/// <param name="text">The template.</param>
internal sealed class HelmTree(HelmText text)
{
    /// <summary>
    /// An object of the template, which as a whole may be a part that is not there; null where it is for clusters of some versions,
    /// since another one may lack what it uses.
    /// </summary>
    /// <param name="document">The document as it was read.</param>
    /// <param name="isOptional">Whether all of it is in a part that may not be there.</param>
    public MappingNode? Resolve(MappingNode document, out bool isOptional)
    {
        isOptional = false;
        if (document.Entries is [var first, ..] && StartOf(first) is { } start && text.IsOfVersions(start))
        {
            return null;
        }

        TextSpan? part = document.Entries.Select(static entry => StartOf(entry)).OfType<int>().Select(text.PartAt)
            .OrderByDescending(static part => part?.Length ?? int.MaxValue)
            .FirstOrDefault();
        isOptional = part is not null;
        return Resolve(document, part, isRoot: true) as MappingNode;
    }

    private ManifestNode Resolve(ManifestNode node, TextSpan? part) => node switch
    {
        ScalarNode scalar => Resolve(scalar, part),
        SequenceNode sequence => Resolve(sequence, part),
        MappingNode mapping => Resolve(mapping, part, isRoot: false),
        _ => node,
    };

    private ManifestNode Resolve(ScalarNode scalar, TextSpan? part)
    {
        if (scalar.Text.IndexOf(Placeholders.Mark) >= 0)
        {
            return new UnknownNode(scalar.Location, TemplateOf(scalar));
        }

        // Where nothing stands, no part has it.
        return scalar.Kind != ScalarKind.Null && scalar.Location is { } place && text.PartAt(place.SourceSpan.Start) != part
            ? new UnknownNode(scalar.Location)
            : scalar;
    }

    private ManifestNode Resolve(SequenceNode sequence, TextSpan? part)
    {
        ImmutableArray<ManifestNode> items =
        [
            .. sequence.Items.Select(item => StartOf(item) is { } start && text.PartAt(start) != part ? new UnknownNode(item.Location) : Resolve(item, part)),
        ];
        return items.Length > 0 && items.All(static item => item is UnknownNode { Template: null })
            ? new UnknownNode(sequence.Location)
            : OpenParts.Sequence(items, sequence.Location);
    }

    private ManifestNode Resolve(MappingNode mapping, TextSpan? part, bool isRoot)
    {
        ImmutableArray<MappingEntry>.Builder entries = ImmutableArray.CreateBuilder<MappingEntry>();
        bool isOpen = false;
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (entry.Key.IndexOf(Placeholders.Mark) >= 0 || (StartOf(entry) is { } start && text.PartAt(start) != part))
            {
                isOpen = true;
                continue;
            }

            ManifestNode value = Resolve(entry.Value, part);
            if (StartOf(entry) is { } key && text.IsFilled(key))
            {
                value = value is MappingNode fields ? new MappingNode(fields.Entries, fields.Location, isOpen: true) : value is ScalarNode { Kind: not ScalarKind.Null } ? value : new UnknownNode(value.Location);
            }

            entries.Add(new MappingEntry(entry.Key, value, entry.KeyLocation));
        }

        return isOpen && entries.Count == 0 && !isRoot
            ? new UnknownNode(mapping.Location)
            : new MappingNode(entries.ToImmutable(), mapping.Location, isOpen);
    }

    private static int? StartOf(MappingEntry entry) => entry.KeyLocation?.SourceSpan.Start;

    /// <summary>Collections are shown at the key that leads to them; their own text begins with what is in them.</summary>
    private static int? StartOf(ManifestNode node) => node switch
    {
        MappingNode { Entries: [var first, ..] } => StartOf(first),
        SequenceNode { Items: [var first, ..] } => StartOf(first),
        _ => node.Location?.SourceSpan.Start,
    };

    /// <summary>What is in the template for a value of one line; null where that is written in another way than it reads.</summary>
    private string? TemplateOf(ScalarNode scalar)
    {
        if (scalar.Location is not { } place)
        {
            return null;
        }

        TextSpan span = place.SourceSpan;
        string raw = text.RawAt(span);
        if (raw.Length == scalar.Text.Length + 2 && raw[0] is '"' or '\'')
        {
            return raw;
        }

        return raw.Length == scalar.Text.Length ? raw : null;
    }
}
