using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>
/// Reads a template of Helm's without rendering it, into the trees that other readers give: a value that is written is unknown, and
/// a mapping with parts that may be there is open. What is not YAML before it is rendered has no objects.
/// </summary>
internal static class HelmReader
{
    /// <returns>The objects, each with whether it is in a part that may not be there.</returns>
    public static ImmutableArray<(MappingNode Object, bool IsOptional)> Read(string text, FileLocations places)
    {
        if (HelmText.Of(text) is not { } template)
        {
            return [];
        }

        YamlReading reading = YamlReader.Read(template.Yaml, places);
        if (reading.Problems.Any(static problem => !problem.IsRepeatedKey))
        {
            return [];
        }

        var tree = new HelmTree(template);
        return
        [
            .. reading.Documents
                .Select(document => (Object: tree.Resolve(document, out bool isOptional), IsOptional: isOptional))
                .Where(static read => read.Object is not null)
                .Select(static read => (ManifestObjects.Normalize(Placeholders.Resolve(read.Object!)), read.IsOptional)),
        ];
    }
}
