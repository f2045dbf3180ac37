using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Reading.Yaml;

namespace Holdfast.Analyzers.Reading.Helm;

/// <summary>
/// Reads a template of Helm's without rendering it, into the trees that other readers give: a value that is written is unknown, and
/// a mapping with parts that may be there is open. What is no YAML before it is rendered has no objects.
/// </summary>
internal static class HelmReader
{
    public static ImmutableArray<MappingNode> Read(string text, FilePlaces places)
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
        return [.. reading.Documents.Select(tree.Resolve).OfType<MappingNode>().Select(Placeholders.Resolve).Select(ManifestObjects.Normalize)];
    }
}
