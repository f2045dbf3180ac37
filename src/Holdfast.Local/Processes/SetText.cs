using System.Text.Json.Nodes;

namespace Holdfast.Local.Processes;

/// <summary>A StatefulSet in JSON, with what its members ask for: its size, its first ordinal, and what happens to claims.</summary>
internal static class SetText
{
    public static string Of(StatefulSetInfo set, string @namespace, bool isDeleted)
    {
        var metadata = new JsonObject { ["name"] = set.Name, ["namespace"] = @namespace };
        if (isDeleted)
        {
            metadata["deletionTimestamp"] = "1970-01-01T00:00:00Z";
        }

        var text = new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = set.Kind,
            ["metadata"] = metadata,
            ["spec"] = new JsonObject
            {
                ["replicas"] = set.Replicas,
                ["ordinals"] = new JsonObject { ["start"] = set.OrdinalStart },
                ["persistentVolumeClaimRetentionPolicy"] = new JsonObject
                {
                    ["whenScaled"] = set.ClaimsWhenScaled.ToString(),
                    ["whenDeleted"] = set.ClaimsWhenDeleted.ToString(),
                },
            },
        };
        return text.ToJsonString() + "\n";
    }
}
