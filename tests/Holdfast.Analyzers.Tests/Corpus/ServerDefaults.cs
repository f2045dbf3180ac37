using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Fills what the API server fills, so that two manifests are compared by what they mean.</summary>
internal static partial class ServerDefaults
{
    public static void Fill(JsonObject tree)
    {
        string kind = CorpusObject.Of(tree).Kind;
        switch (kind)
        {
            case CorpusObject.StatefulSet:
                FillSet(tree);
                break;
            case CorpusObject.Service:
                FillService(tree);
                break;
        }

        foreach (ServerDefault row in ServerDefaultTable.All.Where(row => row.Kind == kind))
        {
            Fill(tree, row.Path.Split('.'), row.Json);
        }
    }

    /// <summary>Whether a value that is written is the one that would be there anyway.</summary>
    public static bool Says(FieldComparison field, string image)
    {
        (string kind, string path) = (field.Path[..field.Path.IndexOf('/', StringComparison.Ordinal)], field.Path[(field.Path.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        if (path.EndsWith(".imagePullPolicy", StringComparison.Ordinal))
        {
            return field.Original == $"\"{PullPolicy(image)}\"";
        }

        if (kind == CorpusObject.Service && path.EndsWith(".targetPort", StringComparison.Ordinal))
        {
            return path.Contains($"[{field.Original}/", StringComparison.Ordinal);
        }

        string each = ListItem().Replace(path, "[]");
        return each == "spec.updateStrategy.type"
            ? field.Original == "\"RollingUpdate\""
            : ServerDefaultTable.All.Any(row => row.Kind == kind && row.Path == each && row.Json == field.Original);
    }

    private static void Fill(JsonObject holder, ReadOnlySpan<string> path, string json)
    {
        bool each = path[0].EndsWith("[]", StringComparison.Ordinal);
        string key = each ? path[0][..^2] : path[0];
        if (path.Length == 1)
        {
            holder.TryAdd(key, JsonNode.Parse(json));
            return;
        }

        foreach (JsonObject inner in (each ? Items(holder[key]) : [holder[key]]).OfType<JsonObject>())
        {
            Fill(inner, path[1..], json);
        }
    }

    private static void FillSet(JsonObject set)
    {
        if (set["spec"] is not JsonObject spec)
        {
            return;
        }

        // A type that is written keeps the server from adding a partition.
        if (spec["updateStrategy"]?["type"] is null)
        {
            JsonObject strategy = Child(spec, "updateStrategy");
            strategy["type"] = "RollingUpdate";
            Child(strategy, "rollingUpdate").TryAdd("partition", 0);
        }

        if (spec["template"]?["spec"] is not JsonObject pod)
        {
            return;
        }

        if (pod["serviceAccountName"] is { } account)
        {
            pod.TryAdd("serviceAccount", account.DeepClone());
        }

        foreach (JsonObject volume in Items(pod["volumes"]).OfType<JsonObject>().Where(static volume => volume.Count == 1))
        {
            volume["emptyDir"] = new JsonObject();
        }

        foreach (JsonObject container in Items(pod["containers"]).Concat(Items(pod["initContainers"])).OfType<JsonObject>())
        {
            container.TryAdd("imagePullPolicy", PullPolicy((string?)container["image"] ?? string.Empty));
            foreach (string probe in (string[])["startupProbe", "readinessProbe", "livenessProbe"])
            {
                DropZeros(container[probe] as JsonObject, "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold");
            }
        }
    }

    private static void FillService(JsonObject service)
    {
        if (service["spec"] is not JsonObject spec)
        {
            return;
        }

        string type = (string?)spec["type"] ?? "ClusterIP";
        if (type != "ExternalName")
        {
            spec.TryAdd("internalTrafficPolicy", "Cluster");
        }

        if (type is "NodePort" or "LoadBalancer")
        {
            spec.TryAdd("externalTrafficPolicy", "Cluster");
        }

        if (type == "LoadBalancer")
        {
            spec.TryAdd("allocateLoadBalancerNodePorts", true);
        }

        if ((string?)spec["sessionAffinity"] == "ClientIP")
        {
            Child(Child(spec, "sessionAffinityConfig"), "clientIP").TryAdd("timeoutSeconds", 10800);
        }
        else
        {
            spec.Remove("sessionAffinityConfig");
        }

        // The families themselves depend on the cluster.
        spec.TryAdd("ipFamilyPolicy", (string?)spec["clusterIP"] == "None" && spec["selector"] is null ? "RequireDualStack" : "SingleStack");
        if ((string?)spec["clusterIP"] == "None")
        {
            spec.TryAdd("clusterIPs", new JsonArray("None"));
        }

        foreach (JsonObject port in Items(spec["ports"]).OfType<JsonObject>())
        {
            port.TryAdd("targetPort", port["port"]?.DeepClone());
        }
    }

    /// <summary>By the tag alone; what is before the last slash is the registry, whose port is not a tag.</summary>
    private static string PullPolicy(string image)
    {
        string name = image[(image.LastIndexOf('/') + 1)..];
        return !name.Contains('@', StringComparison.Ordinal)
            && (!name.Contains(':', StringComparison.Ordinal) || name.EndsWith(":latest", StringComparison.Ordinal))
            ? "Always"
            : "IfNotPresent";
    }

    private static void DropZeros(JsonObject? probe, params string[] fields)
    {
        foreach (string field in fields)
        {
            if (probe?[field] is JsonValue value && value.ToJsonString() == "0")
            {
                probe.Remove(field);
            }
        }
    }

    private static JsonObject Child(JsonObject holder, string key)
    {
        if (holder[key] is JsonObject there)
        {
            return there;
        }

        var made = new JsonObject();
        holder[key] = made;
        return made;
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? list) => list as JsonArray ?? [];

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex ListItem();
}
