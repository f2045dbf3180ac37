using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Model.Fields;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Compares an object, or a patch for one, with the fields that Kubernetes knows.</summary>
/// <param name="kind">The object's kind, for messages.</param>
/// <param name="isPatch">Whether it is a patch: with directives, and with something to tell the items of lists by.</param>
/// <param name="context">Is told what is wrong.</param>
internal sealed class FieldCheck(string kind, bool isPatch, ReadContext context)
{
    /// <summary>The fields that lead to what is being looked at.</summary>
    private readonly List<string> _path = [];

    private bool _canBeMerged = true;

    /// <summary>Reports what is wrong with an object of a file.</summary>
    public static void Check(MappingNode node, ReadContext context)
    {
        string kind = ObjectView.KindOf(node);
        if (FieldTable.Find(ObjectView.ApiVersionOf(node), kind) is { } type)
        {
            new FieldCheck(kind, isPatch: false, context).Check(node, type);
        }
    }

    /// <summary>
    /// Reports what is wrong with a patch. A field that the table does not know, or a string in place of a number, is
    /// merged all the same, for those who know better and suppress the finding; what has another shape is not.
    /// </summary>
    public bool CanBeMerged(MappingNode patch, FieldType type)
    {
        if (patch[PatchDirective.Key] is { } directive)
        {
            Unreadable(directive.Origin, $"'{PatchDirective.Key}' stands for a whole object, and those come and go with the attributes that declare them");
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
            if (isPatch && entry.Key == PatchDirective.Key)
            {
                CheckDirective(entry);
            }
            else if (FieldTable.FieldOf(type, entry.Key) is { } field)
            {
                _path.Add(entry.Key);
                Check(entry.Value, field);
                _path.RemoveAt(_path.Count - 1);
            }
            else if (isPatch && entry.Key.StartsWith("$", StringComparison.Ordinal))
            {
                Unreadable(entry.KeyOrigin, $"'{entry.Key}' is no directive that is known; '{PatchDirective.Key}' is, with {PatchDirective.Delete} or {PatchDirective.Replace}");
            }
            else
            {
                ReportField(entry, type);
            }
        }
    }

    private void CheckItems(SequenceNode sequence, FieldType type)
    {
        foreach (ManifestNode item in sequence.Items)
        {
            if (isPatch
                && type.MergeKeys.Count > 0
                && item is MappingNode
                && !PatchDirective.IsAlone(item)
                && item.At(type.MergeKeys[0].Split('.')) is not UnknownNode
                && MergeKey.Of(item, type.MergeKeys) is null)
            {
                Unreadable(item.Origin, $"an item of '{_path[_path.Count - 1]}' needs its '{type.MergeKeys[0]}', which tells it from the others");
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
            Unreadable(entry.Value.Origin, $"'{PatchDirective.Key}' is {PatchDirective.Delete} or {PatchDirective.Replace}");
        }
    }

    private void CheckValue(ManifestNode node, FieldType type)
    {
        if (ValueTypes.Accepts(type.Kind, node))
        {
            return;
        }

        _canBeMerged &= node is ScalarNode && type.Kind is not (FieldKind.Object or FieldKind.Map or FieldKind.List);
        context.Report(
            ReadingProblems.PatchValue,
            node.Origin,
            _path.Count == 0 ? kind : _path[_path.Count - 1],
            ValueTypes.Describe(type.Kind),
            ValueTypes.Describe(node),
            kind,
            ValueTypes.Advice(type.Kind, node));
    }

    private void ReportField(MappingEntry entry, FieldType type)
    {
        string? nearest = NearestName.Find(entry.Key, FieldTable.FieldsOf(type).Keys);
        context.Report(
            ReadingProblems.PatchField,
            entry.KeyOrigin,
            FixProperties.Replace(nearest),
            entry.Key,
            type.Name,
            kind,
            nearest is null
                ? $"'kubectl explain {string.Join(".", [kind.ToLowerInvariant(), .. _path])}' lists those that are"
                : $"did you mean '{nearest}'?");
    }

    private void Unreadable(Location? place, string problem)
    {
        _canBeMerged = false;
        context.Report(ReadingProblems.Patch, place, problem);
    }
}
