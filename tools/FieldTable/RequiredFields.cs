using System.Text.Json;
using Holdfast.Tests.Shared;

namespace Holdfast.Tools.FieldTable;

/// <summary>
/// The fields that Kubernetes' OpenAPI document requires, which KubernetesClient's models leave out. The document lies beside the
/// repository; where a constraint's row differs from it, the row counts.
/// </summary>
internal static class RequiredFields
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Types = new(Read);

    /// <summary>Kubernetes' OpenAPI document; absent on most machines.</summary>
    public static string Document { get; } = Path.Combine(RepositoryPaths.Shared, "openapi-1.36.json");

    public static bool Has(string type, string field) => Types.Value.TryGetValue(type, out HashSet<string>? fields) && fields.Contains(field);

    private static Dictionary<string, HashSet<string>> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Document));
        return document.RootElement.GetProperty("definitions").EnumerateObject()
            .Where(static type => type.Value.TryGetProperty("required", out _))
            .GroupBy(static type => type.Name[(type.Name.LastIndexOf('.') + 1)..], StringComparer.Ordinal)
            .ToDictionary(
                static types => types.Key,
                static types => types.First().Value.GetProperty("required").EnumerateArray().Select(static field => field.GetString()!).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }
}
