using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>The patches of a kustomization, of both kinds, in files and in its own text.</summary>
internal static class KustomizePatches
{
    /// <summary>Whether all patches are understood.</summary>
    public static bool Apply(KustomizeFiles files, ManifestFile file, MappingNode settings, List<MappingNode> objects)
    {
        bool understood = true;
        foreach (ManifestNode patch in (settings["patchesStrategicMerge"] as SequenceNode)?.Items ?? default)
        {
            understood &= files.Read(file, patch) is { Lists.IsEmpty: true } read && ApplyStrategic(read.Documents, null, null, objects);
        }

        foreach (MappingNode patch in settings["patches"].Mappings().Concat(settings["patchesJson6902"].Mappings()))
        {
            var target = patch["target"] as MappingNode;
            understood &= files.Read(file, patch["patch"] ?? patch["path"]) is { } read
                && read.Lists.All(operations => ApplyJson(operations, target, objects))
                && ApplyStrategic(read.Documents, target, patch["options"], objects);
        }

        return understood;
    }

    private static bool ApplyJson(SequenceNode operations, MappingNode? target, List<MappingNode> objects)
    {
        for (int i = 0; i < objects.Count; i++)
        {
            if (target is null || !KustomizeTarget.Selects(target, objects[i]))
            {
                continue;
            }

            if (JsonPatch.Apply(objects[i], operations) is not { } patched)
            {
                return false;
            }

            objects[i] = patched;
        }

        return target is not null;
    }

    private static bool ApplyStrategic(ImmutableArray<MappingNode> patches, MappingNode? target, ManifestNode? options, List<MappingNode> objects)
    {
        foreach (MappingNode patch in patches)
        {
            bool isFound = false;
            for (int i = objects.Count - 1; i >= 0; i--)
            {
                if (!(target is null ? KustomizeTarget.IsSame(patch, objects[i]) : KustomizeTarget.Selects(target, objects[i])))
                {
                    continue;
                }

                isFound = true;
                if (PatchDirective.Of(patch) == PatchDirective.Delete)
                {
                    objects.RemoveAt(i);
                    continue;
                }

                FieldType type = FieldTable.Find(ObjectView.ApiVersionOf(objects[i]), ObjectView.KindOf(objects[i])) ?? FieldType.Any;
                objects[i] = KeepIdentity(objects[i], StrategicMerge.Merge(objects[i], patch, type), options);
            }

            // kustomize stops where a patch without a target finds nothing, so what it is for was not read as it is.
            if (!isFound && target is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A patch changes an object's kind or name only where its options allow that, and never its version or namespace.</summary>
    private static MappingNode KeepIdentity(MappingNode before, MappingNode after, ManifestNode? options)
    {
        after = Keep(after, "apiVersion", before["apiVersion"]);
        after = options.At("allowKindChange").IsTrue() ? after : Keep(after, "kind", before["kind"]);
        if (after["metadata"] is MappingNode metadata)
        {
            metadata = options.At("allowNameChange").IsTrue() ? metadata : Keep(metadata, "name", before.At("metadata", "name"));
            after = NodeEdit.Set(after, "metadata", Keep(metadata, "namespace", before.At("metadata", "namespace")));
        }

        return after;
    }

    private static MappingNode Keep(MappingNode node, string key, ManifestNode? value) => value is null ? NodeEdit.Remove(node, key) : NodeEdit.Set(node, key, value);
}
