using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing.Patching;

/// <summary>
/// Puts the user's patches into the objects that the attributes make. What rules look at and what is written is the result;
/// each node of a patch keeps its place in it. A patch that cannot be read changes nothing.
/// </summary>
internal static class Patches
{
    /// <param name="patches">What the attributes say.</param>
    /// <param name="workload">What a patch without a kind is for.</param>
    /// <param name="objects">All objects, those that attributes make first.</param>
    /// <param name="made">How many those are; code has names of theirs alone.</param>
    /// <param name="context">Receives what cannot be read.</param>
    public static ImmutableArray<MappingNode> Apply(
        EquatableArray<PatchDeclaration> patches,
        WorkloadKind workload,
        ImmutableArray<MappingNode> objects,
        int made,
        Reporter context)
    {
        foreach (PatchDeclaration patch in patches)
        {
            if (patch.Yaml.TryGet(out string? text))
            {
                objects = Apply(text, patch.Yaml.Location, workload, objects, made, context);
            }
        }

        return objects;
    }

    private static ImmutableArray<MappingNode> Apply(
        string text,
        Location? location,
        WorkloadKind workload,
        ImmutableArray<MappingNode> objects,
        int made,
        Reporter context)
    {
        YamlReading reading = YamlReader.Read(text, location is null ? null : context.PlacesIn(location, text));
        foreach (YamlProblem problem in reading.Problems)
        {
            context.Report(ReadingProblems.Patch, problem.Location ?? location, problem.Message);
        }

        if (!reading.Problems.IsEmpty)
        {
            return objects;
        }

        if (reading.Documents.IsEmpty)
        {
            context.Report(ReadingProblems.Patch, location, "there is nothing in it");
        }

        foreach (MappingNode patch in reading.Documents)
        {
            objects = Apply(patch, workload, objects, made, context);
        }

        return objects;
    }

    private static ImmutableArray<MappingNode> Apply(
        MappingNode patch,
        WorkloadKind workload,
        ImmutableArray<MappingNode> objects,
        int made,
        Reporter context)
    {
        if (PatchTarget.Find(patch, workload, objects, context) is not { } target)
        {
            return objects;
        }

        string kind = ObjectView.KindOf(target);
        FieldType type = FieldTable.Find(ObjectView.ApiVersionOf(target), kind) ?? FieldType.Any;
        if (!new PatchCheck(kind, context).CanBeMerged(patch, type))
        {
            return objects;
        }

        MappingNode merged = StrategicMerge.Merge(target, patch, type);
        int place = objects.IndexOf(target);
        if (place < made)
        {
            NamesInCode.Check(target, merged, patch, workload, context);
        }

        return objects.SetItem(place, merged);
    }
}
