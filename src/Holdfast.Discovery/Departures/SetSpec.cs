using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Holdfast.Discovery;

/// <summary>What a StatefulSet in JSON says about the replicas that it has.</summary>
/// <param name="Replicas">The number of replicas.</param>
/// <param name="OrdinalStart">The first ordinal.</param>
/// <param name="IsDeleted">Whether it is being deleted, and its pods with it.</param>
/// <param name="KeepsClaimsWhenScaled">Whether claims stay when the set is scaled in.</param>
/// <param name="KeepsClaimsWhenDeleted">Whether claims stay when the set is deleted.</param>
internal sealed record SetSpec(int Replicas, int OrdinalStart, bool IsDeleted, bool KeepsClaimsWhenScaled, bool KeepsClaimsWhenDeleted)
{
    /// <summary>Reads it; what is left out has Kubernetes' defaults.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out SetSpec? spec)
    {
        spec = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Field(root, "spec") is not { ValueKind: JsonValueKind.Object } set)
            {
                return false;
            }

            JsonElement? metadata = Field(root, "metadata");
            JsonElement? retention = Field(set, "persistentVolumeClaimRetentionPolicy");
            if (Number(Field(set, "replicas"), 1) is not { } replicas || Number(Field(Field(set, "ordinals"), "start"), 0) is not { } start)
            {
                return false;
            }

            spec = new SetSpec(
                replicas,
                start,
                Field(metadata, "deletionTimestamp") is not null && !Orphans(metadata),
                !IsDelete(Field(retention, "whenScaled")),
                !IsDelete(Field(retention, "whenDeleted")));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether the set goes without its pods (<c>--cascade=orphan</c>).</summary>
    private static bool Orphans(JsonElement? metadata) =>
        Field(metadata, "finalizers") is { ValueKind: JsonValueKind.Array } finalizers
        && finalizers.EnumerateArray().Any(static finalizer => finalizer.ValueKind == JsonValueKind.String && finalizer.ValueEquals("orphan"));

    private static bool IsDelete(JsonElement? policy) => policy is { ValueKind: JsonValueKind.String } text && text.ValueEquals("Delete");

    /// <summary>A number that is 0 or more; null for anything else that is there.</summary>
    private static int? Number(JsonElement? value, int otherwise) => value switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out int count) && count >= 0 => count,
        _ => null,
    };

    private static JsonElement? Field(JsonElement? holder, string name) =>
        holder is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out JsonElement found) && found.ValueKind != JsonValueKind.Null ? found : null;
}
