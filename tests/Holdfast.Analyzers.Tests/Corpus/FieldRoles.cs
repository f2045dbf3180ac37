using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>
/// Says what the things in a path are for, since attributes differ by that: the governing Service and others, the
/// first container and others, volumes and mounts by what they hold.
/// </summary>
/// <param name="governing">The governing Service's name.</param>
/// <param name="container">The first container's name.</param>
/// <param name="sources">What each volume holds, by the volume's name.</param>
/// <param name="mounts">The volume's name at each path of the first container.</param>
internal sealed partial class FieldRoles(
    string governing, string container, IReadOnlyDictionary<string, string> sources, IReadOnlyDictionary<string, string> mounts)
{
    /// <summary>The first container's image.</summary>
    public string Image { get; private init; } = string.Empty;

    /// <summary>The ConfigMaps that are mounted; the others are for the environment.</summary>
    private IReadOnlySet<string> Mounted { get; init; } = new HashSet<string>();

    public static FieldRoles Of(IReadOnlyList<JsonObject> objects)
    {
        JsonNode spec = objects.First(static tree => CorpusObject.Of(tree).Kind == CorpusObject.StatefulSet)["spec"]!;
        JsonNode pod = spec["template"]!["spec"]!;
        JsonNode first = pod["containers"]![0]!;
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonNode? volume in pod["volumes"] as JsonArray ?? [])
        {
            sources[(string)volume!["name"]!] = volume.AsObject().Select(static entry => entry.Key).FirstOrDefault(static key => key != "name", "emptyDir");
        }

        // Of two with one name the template wins.
        foreach (JsonNode? template in spec["volumeClaimTemplates"] as JsonArray ?? [])
        {
            sources[(string)template!["metadata"]!["name"]!] = "template";
        }

        var mounts = (first["volumeMounts"] as JsonArray ?? []).ToDictionary(
            static mount => (string)mount!["mountPath"]!, static mount => (string)mount!["name"]!, StringComparer.Ordinal);
        return new FieldRoles((string?)spec["serviceName"] ?? string.Empty, (string)first["name"]!, sources, mounts)
        {
            Image = (string)first["image"]!,
            Mounted = (pod["volumes"] as JsonArray ?? []).Select(static volume => (string?)volume!["configMap"]?["name"]).OfType<string>().ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// <c>StatefulSet pod.container.volumeMounts[template].mountPath</c> for a mount of the first container, and so on.
    /// </summary>
    public string Role(string path)
    {
        string role = path
            .Replace($"Service/{governing} ", "GoverningService ", StringComparison.Ordinal)
            .Replace("spec.template.spec.", "pod.", StringComparison.Ordinal)
            .Replace($"pod.containers[{container}].", "pod.container.", StringComparison.Ordinal);
        if (ConfigMap().Match(role) is { Success: true } map && !Mounted.Contains(map.Groups[1].Value))
        {
            role = "Environment" + role;
        }

        role = Object().Replace(role, "$1 ", 1);
        role = Volume().Replace(role, match => $"pod.volumes[{sources.GetValueOrDefault(match.Groups[1].Value)}]");
        return Mount().Replace(role, match => $"pod.container.volumeMounts[{sources.GetValueOrDefault(mounts[match.Groups[1].Value])}]");
    }

    [GeneratedRegex(@"\A(\w+)/\S+ ")]
    private static partial Regex Object();

    [GeneratedRegex(@"\AConfigMap/(\S+) ")]
    private static partial Regex ConfigMap();

    [GeneratedRegex(@"pod\.volumes\[([^\]]*)\]")]
    private static partial Regex Volume();

    [GeneratedRegex(@"pod\.container\.volumeMounts\[([^\]]*)\]")]
    private static partial Regex Mount();
}
