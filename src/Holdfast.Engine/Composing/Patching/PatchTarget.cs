using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing.Patching;

/// <summary>Which object a patch is for.</summary>
internal static class PatchTarget
{
    /// <summary>The object, the workload where no kind is named; null, and reported, where there is none or more than one.</summary>
    public static MappingNode? Find(MappingNode patch, WorkloadKind workload, ImmutableArray<MappingNode> objects, Reporter context)
    {
        ManifestNode? kindNode = patch["kind"];
        ManifestNode? versionNode = patch["apiVersion"];
        ManifestNode? nameNode = patch.At("metadata", "name");
        string kind = kindNode.TryGetString(out string? text) ? text : workload.ToString();

        MappingNode[] ofKind = [.. objects.Where(candidate => ObjectView.KindOf(candidate) == kind)];
        if (ofKind.Length == 0)
        {
            string? nearest = NearestName.Find(kind, objects.Select(ObjectView.KindOf));
            return Report(kindNode, $"there is no {kind} to patch, {Offer(nearest, objects)}", nearest);
        }

        if (versionNode.TryGetString(out string? version) && version != ObjectView.ApiVersionOf(ofKind[0]) && RemovedApis.Successor(version, kind) is null)
        {
            string made = ObjectView.ApiVersionOf(ofKind[0]);
            return Report(versionNode, $"the {kind} is of '{made}', not of '{version}'", made);
        }

        if (!nameNode.TryGetString(out string? name))
        {
            return ofKind.Length == 1
                ? ofKind[0]
                : Report(kindNode, $"there is more than one {kind}, so metadata.name has to say which: {List(ofKind)}", null);
        }

        MappingNode? found = ofKind.FirstOrDefault(candidate => candidate.At("metadata", "name").TryGetString(out string? other) && other == name);
        if (found is not null)
        {
            return found;
        }

        string? nearestName = NearestName.Find(name, ofKind.Select(static candidate => NameOf(candidate)));
        return Report(nameNode, $"there is no {kind} '{name}' to patch, {Offer(nearestName, objects)}", nearestName);

        MappingNode? Report(ManifestNode? node, string problem, string? replacement)
        {
            context.Report(ReadingProblems.Patch, (node ?? patch).Location, FixProperties.Replace(replacement), problem);
            return null;
        }
    }

    private static string Offer(string? nearest, ImmutableArray<MappingNode> objects) =>
        nearest is null ? "only " + List(objects) : $"did you mean '{nearest}'?";

    private static string List(IEnumerable<MappingNode> objects) =>
        string.Join(", ", objects.Select(static node => $"{ObjectView.KindOf(node)} '{NameOf(node)}'"));

    private static string NameOf(MappingNode node) => node.At("metadata", "name").TryGetString(out string? name) ? name : "?";
}
