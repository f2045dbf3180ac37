using System.Globalization;
using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>The originals of a case.</summary>
internal static class CorpusOriginals
{
    /// <summary>The set and what belongs to it.</summary>
    public static IReadOnlyList<JsonObject> Of(CorpusCase item)
    {
        IReadOnlyDictionary<CorpusObject, JsonObject> objects = CorpusFiles.Objects(item.Folder);
        return [.. item.Others.Prepend(new CorpusObject(CorpusObject.StatefulSet, item.Set)).Select(key => objects[key])];
    }

    /// <summary>A text of the originals; some text on machines without the corpus.</summary>
    public static string Text(CorpusCase item, CorpusText text)
    {
        if (!CorpusFiles.AreThere)
        {
            return text.Name;
        }

        JsonNode? node = CorpusFiles.Objects(item.Folder)[text.Object];
        foreach (string step in text.Path)
        {
            node = node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)] : node![step];
        }

        return (string)node!;
    }

    /// <summary>The fields that the authors wrote, each with the area of attributes that says it.</summary>
    public static IEnumerable<(string Path, AttributeArea Area)> Fields(CorpusCase item)
    {
        IReadOnlyList<JsonObject> originals = Of(item);
        // Compared with nothing, all that is written is there.
        IReadOnlyList<FieldComparison> fields = ObjectComparison.Compare(originals, []);
        var roles = FieldRoles.Of(originals);
        return fields.Select(field => (field.Path, ServerDefaults.Says(field, roles.Image) ? AttributeAreas.ServerDefault : AttributeAreas.Of(roles.Role(field.Path))));
    }
}
