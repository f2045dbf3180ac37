using System.Collections.Immutable;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>The <c>vars</c> of a kustomization, which kustomize writes into texts where <c>$(NAME)</c> stands.</summary>
internal static class KustomizeVars
{
    public static void Apply(MappingNode settings, List<MappingNode> objects)
    {
        ImmutableArray<string> names =
        [
            .. settings["vars"].Mappings().Select(static variable => variable["name"].TryGetString(out string? name) ? "$(" + name + ")" : string.Empty).Where(static name => name.Length > 0),
        ];
        for (int i = 0; !names.IsEmpty && i < objects.Count; i++)
        {
            objects[i] = (MappingNode)NodeEdit.MapScalars(objects[i], scalar =>
                scalar.Kind == ScalarKind.String && names.Any(name => scalar.Text.IndexOf(name, StringComparison.Ordinal) >= 0) ? new UnknownNode(scalar.Location) : scalar);
        }
    }
}
