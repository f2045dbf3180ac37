using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>By what the server tells the items of a list apart: their merge key.</summary>
internal static class ListKeys
{
    /// <summary>The key of an item; its index where the list has no merge key.</summary>
    public static string Of(string list, JsonNode? item, int index) => list switch
    {
        "containers" or "initContainers" or "volumes" or "env" or "imagePullSecrets" or "options" => Text(item, "name"),
        "volumeClaimTemplates" => Text(item?["metadata"], "name"),
        "volumeMounts" => Text(item, "mountPath"),
        "volumeDevices" => Text(item, "devicePath"),
        "hostAliases" => Text(item, "ip"),
        "topologySpreadConstraints" => Text(item, "topologyKey") + "," + Text(item, "whenUnsatisfiable"),
        "ports" => (item?["containerPort"] ?? item?["port"])?.ToString() + "/" + (item?["protocol"]?.ToString() ?? "TCP"),
        _ => index.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Whether the order of a list of scalars means nothing.</summary>
    public static bool IsSet(string list) => list is "accessModes" or "add" or "drop" or "finalizers";

    private static string Text(JsonNode? item, string key) => item?[key]?.ToString() ?? string.Empty;
}
