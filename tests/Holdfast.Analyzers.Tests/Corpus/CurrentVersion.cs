using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>An object as it would be written today, where its apiVersion is no longer served.</summary>
internal static class CurrentVersion
{
    public static void Apply(JsonObject tree)
    {
        switch ((string?)tree["apiVersion"])
        {
            case "apps/v1beta1" or "apps/v1beta2":
                tree["apiVersion"] = "apps/v1";
                // The old version took the template's labels where there was no selector; today's wants one.
                if (tree["spec"] is JsonObject spec && spec["selector"] is null && spec["template"]?["metadata"]?["labels"] is { } labels)
                {
                    spec["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() };
                }

                break;
            case "policy/v1beta1":
                tree["apiVersion"] = "policy/v1";
                break;
        }
    }
}
