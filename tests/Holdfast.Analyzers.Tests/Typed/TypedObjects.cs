using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Holdfast.Analyzers.Tests.Corpus;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Model.Values;
using k8s;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>The typed objects of a compiled declaration.</summary>
internal static class TypedObjects
{
    /// <summary>The objects of <c>Manifests.All</c>; null where there are no typed objects.</summary>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>>? Of(Type app) =>
        (IReadOnlyList<IKubernetesObject<V1ObjectMeta>>?)app.GetNestedType("Manifests")!.GetProperty(ManifestMembers.All)?.GetValue(null);

    /// <summary>
    /// Compares the objects with the YAML beside them, twice: field by field with the text, where only a quantity may be
    /// written in another way, and exactly with what KubernetesClient itself reads from the text.
    /// </summary>
    public static void AssertEqualToYaml(Type app, string yaml)
    {
        IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects = Of(app)!;
        Assert.Null(app.GetNestedType("Manifests")!.GetProperty(ManifestMembers.All)!.GetCustomAttribute<ObsoleteAttribute>()?.Message);
        string[] written = [.. objects.Select(static item => Json(item))];
        Assert.Equal(KubernetesYaml.LoadAllFromString(yaml, strict: true).Select(Json), written);

        IReadOnlyList<JsonObject> documents = CorpusYaml.Read(yaml);
        Assert.Equal(documents.Count, objects.Count);
        for (int i = 0; i < documents.Count; i++)
        {
            AssertSame(documents[i], JsonNode.Parse(written[i]), (string)documents[i]["kind"]!);
        }

        AssertMembersAreThose(app, written);
    }

    public static string Json(object item) => KubernetesJson.Serialize(item);

    /// <summary>One after the other, the members give the same objects, and new ones each time.</summary>
    private static void AssertMembersAreThose(Type app, string[] written)
    {
        var members = new List<string>();
        foreach (PropertyInfo property in app.GetNestedType("Manifests")!.GetProperties().Where(static property => property.Name is not (ManifestMembers.All or ManifestMembers.Prerequisites)))
        {
            object value = property.GetValue(null)!;
            Assert.NotSame(value, property.GetValue(null));
            members.AddRange((value as IEnumerable)?.Cast<object>().Select(Json) ?? [Json(value)]);
        }

        Assert.Equal(written, members);
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject mapping:
                JsonObject other = Assert.IsType<JsonObject>(actual);
                Assert.True(
                    mapping.Select(static field => field.Key).ToHashSet().SetEquals(other.Select(static field => field.Key)),
                    $"{path} has other fields: {string.Join(", ", other.Select(static field => field.Key))}");
                foreach ((string key, JsonNode? value) in mapping)
                {
                    AssertSame(value, other[key], path + "." + key);
                }

                break;
            case JsonArray items:
                JsonArray others = Assert.IsType<JsonArray>(actual);
                Assert.Equal(items.Count, others.Count);
                for (int i = 0; i < items.Count; i++)
                {
                    AssertSame(items[i], others[i], $"{path}[{i}]");
                }

                break;
            default:
                Assert.True(
                    JsonNode.DeepEquals(expected, actual) || IsSameQuantity(expected, actual),
                    $"{path} is {actual?.ToJsonString()} and {expected?.ToJsonString()} in the text.");
                break;
        }
    }

    private static bool IsSameQuantity(JsonNode? expected, JsonNode? actual) =>
        expected is not null
        && actual is not null
        && Quantity.TryParse(expected.ToString(), out Quantity first)
        && Quantity.TryParse(actual.ToString(), out Quantity second)
        && first.Equals(second);
}
