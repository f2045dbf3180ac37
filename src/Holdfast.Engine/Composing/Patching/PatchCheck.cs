using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing.Patching;

/// <summary>
/// Says whether a patch can be merged: its directives, what tells the items of lists apart, and the shapes of its values. What the
/// merged object then has of unknown fields and wrong values is judged by the rules, as in any other object.
/// </summary>
/// <param name="kind">The object's kind, for messages.</param>
/// <param name="context">Takes what is wrong.</param>
internal sealed class PatchCheck(string kind, Reporter context)
{
    /// <summary>The fields that lead to what is being looked at.</summary>
    private readonly List<string> _path = [];

    private bool _canBeMerged = true;

    /// <summary>
    /// Reports what is wrong with a patch. A field that the table does not know, or a string in place of a number, is
    /// merged all the same, for those who know better and suppress the finding; what has another shape is not.
    /// </summary>
    public bool CanBeMerged(MappingNode patch, FieldType type)
    {
        if (patch[PatchDirective.Key] is { } directive)
        {
            Unreadable(directive.Location, $"'{PatchDirective.Key}' stands for a whole object, and those come and go with the attributes that declare them");
        }

        Check(patch, type);
        return _canBeMerged;
    }

    private void Check(ManifestNode node, FieldType type)
    {
        if (node is UnknownNode or ScalarNode { Kind: ScalarKind.Null } || type.Kind == FieldKind.Any)
        {
            return;
        }

        switch (node)
        {
            case MappingNode mapping when type.Kind is FieldKind.Object or FieldKind.Map:
                CheckFields(mapping, type);
                break;
            case SequenceNode sequence when type.Kind == FieldKind.List:
                CheckItems(sequence, type);
                break;
            default:
                CheckValue(node, type);
                break;
        }
    }

    private void CheckFields(MappingNode mapping, FieldType type)
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (entry.Key == PatchDirective.Key)
            {
                CheckDirective(entry);
            }
            else if (FieldTable.FieldOf(type, entry.Key) is { } field)
            {
                _path.Add(entry.Key);
                Check(entry.Value, field);
                _path.RemoveAt(_path.Count - 1);
            }
            else if (entry.Key.StartsWith("$", StringComparison.Ordinal))
            {
                Unreadable(entry.KeyLocation, $"'{entry.Key}' is not a known directive; use '{PatchDirective.Key}' with {PatchDirective.Delete} or {PatchDirective.Replace}");
            }
        }
    }

    private void CheckItems(SequenceNode sequence, FieldType type)
    {
        foreach (ManifestNode item in sequence.Items)
        {
            if (type.MergeKeys.Count > 0
                && item is MappingNode
                && !PatchDirective.IsAlone(item)
                && item.At(type.MergeKeys[0].Split('.')) is not UnknownNode
                && MergeKey.Of(item, type.MergeKeys) is null)
            {
                Unreadable(item.Location, $"an item of '{_path[_path.Count - 1]}' needs its '{type.MergeKeys[0]}', which identifies it");
            }

            Check(item, type.Item ?? FieldType.Any);
        }
    }

    private void CheckDirective(MappingEntry entry)
    {
        if (entry.Value is not UnknownNode
            && (!entry.Value.TryGetString(out string? directive)
                || directive is not (PatchDirective.Delete or PatchDirective.Replace or PatchDirective.Merge)))
        {
            Unreadable(entry.Value.Location, $"'{PatchDirective.Key}' is {PatchDirective.Delete} or {PatchDirective.Replace}");
        }
    }

    /// <summary>A value of the wrong shape cannot be merged; a string in place of a number can, and is judged afterwards.</summary>
    private void CheckValue(ManifestNode node, FieldType type)
    {
        if (node is ScalarNode && type.Kind is not (FieldKind.Object or FieldKind.Map or FieldKind.List))
        {
            return;
        }

        _canBeMerged = false;
        string advice = ValueTypes.Advice(type.Kind, node).TrimStart(';', ' ');
        context.Report(
            ReadingProblems.PatchValue,
            node.Location,
            $"'{(_path.Count == 0 ? kind : _path[_path.Count - 1])}' takes {ValueTypes.Describe(type.Kind)}, but this is {ValueTypes.Describe(node)}",
            $"the API server refuses the {kind}",
            advice.Length > 0 ? advice : "write " + ValueTypes.Describe(type.Kind));
    }

    private void Unreadable(Location? place, string problem)
    {
        _canBeMerged = false;
        context.Report(ReadingProblems.Patch, place, problem);
    }
}
