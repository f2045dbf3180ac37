using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>
/// One spelling for what the cluster takes for the same: quantities by value, ports by number, environment variables as
/// the kubelet expands them (so a reference to what is only defined later differs from one that works), and what the
/// pod's security context says about its containers in each of them, and labels that an affinity selects by as expressions.
/// </summary>
internal static partial class CanonicalForm
{
    /// <summary>What a container takes from its pod where it has no setting.</summary>
    private static readonly string[] Inherited = ["runAsUser", "runAsGroup", "runAsNonRoot", "seccompProfile", "seLinuxOptions"];

    public static void Apply(IReadOnlyCollection<JsonObject> objects)
    {
        foreach (JsonObject tree in objects)
        {
            Quantities(tree);
            Inherit(tree["spec"]?["template"]?["spec"]);
            Selectors(tree["spec"]?["template"]?["spec"]?["affinity"]);
        }

        List<JsonObject> containers = [.. objects.Select(static tree => tree["spec"]?["template"]?["spec"]).OfType<JsonObject>()
            .SelectMany(static pod => Items(pod["containers"]).Concat(Items(pod["initContainers"])))];
        var podPorts = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (JsonObject container in containers)
        {
            Variables(container);
            Dictionary<string, JsonNode> ports = Ports(container);
            foreach ((string name, JsonNode number) in ports)
            {
                podPorts.TryAdd(name, number);
            }

            foreach (JsonObject probe in ((string[])["startupProbe", "readinessProbe", "livenessProbe"]).Select(name => container[name]).OfType<JsonObject>())
            {
                Number(probe["httpGet"], "port", ports);
                Number(probe["tcpSocket"], "port", ports);
            }
        }

        foreach (JsonObject port in objects.SelectMany(static tree => Items(tree["spec"]?["ports"])))
        {
            Number(port, "targetPort", podPorts);
        }
    }

    private static void Inherit(JsonNode? pod)
    {
        foreach (JsonObject container in Items(pod?["containers"]).Concat(Items(pod?["initContainers"])))
        {
            foreach (string field in Inherited)
            {
                if (pod!["securityContext"]?[field] is { } value)
                {
                    JsonObject own = container["securityContext"] as JsonObject ?? [];
                    own.TryAdd(field, value.DeepClone());
                    if (own.Parent is null)
                    {
                        container["securityContext"] = own;
                    }
                }
            }
        }
    }

    /// <summary>A label that must have a value is an expression with one.</summary>
    private static void Selectors(JsonNode? node)
    {
        foreach (JsonNode? child in node switch
        {
            JsonObject mapping => mapping.Select(static entry => entry.Value),
            JsonArray list => [.. list],
            _ => (IEnumerable<JsonNode?>)[],
        })
        {
            Selectors(child);
        }

        if (node is JsonObject holder && holder["labelSelector"] is JsonObject selector && selector["matchLabels"] is JsonObject labels)
        {
            JsonArray expressions = selector["matchExpressions"] as JsonArray ?? [];
            foreach ((string key, JsonNode? value) in labels)
            {
                expressions.Add(new JsonObject { ["key"] = key, ["operator"] = "In", ["values"] = new JsonArray(value!.DeepClone()) });
            }

            selector.Remove("matchLabels");
            selector["matchExpressions"] = expressions.Parent is null ? expressions : expressions.DeepClone();
        }
    }

    private static void Quantities(JsonNode? node)
    {
        foreach (JsonNode? child in node switch
        {
            JsonObject mapping => mapping.Select(static entry => entry.Value),
            JsonArray list => [.. list],
            _ => (IEnumerable<JsonNode?>)[],
        })
        {
            Quantities(child);
        }

        if (node is not JsonObject holder)
        {
            return;
        }

        foreach ((string key, JsonNode? value) in holder.ToList())
        {
            if (key is "requests" or "limits" && value is JsonObject amounts)
            {
                foreach (string resource in amounts.Select(static amount => amount.Key).ToList())
                {
                    amounts[resource] = Quantity(amounts[resource]!);
                }
            }
            else if (key is "sizeLimit" or "divisor")
            {
                holder[key] = Quantity(value!);
            }
        }
    }

    /// <summary>The value in full, so that every spelling of it is the same text.</summary>
    private static JsonValue Quantity(JsonNode value) =>
        JsonValue.Create(new ResourceQuantity(value.ToString()).ToDecimal().ToString("0.#########", CultureInfo.InvariantCulture));

    private static Dictionary<string, JsonNode> Ports(JsonObject container)
    {
        var ports = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (JsonObject port in Items(container["ports"]))
        {
            if ((string?)port["name"] is { } name && port["containerPort"] is { } number)
            {
                ports.TryAdd(name, number);
            }
        }

        return ports;
    }

    private static void Number(JsonNode? holder, string key, Dictionary<string, JsonNode> ports)
    {
        if (holder?[key] is JsonValue value && value.TryGetValue(out string? name) && ports.TryGetValue(name, out JsonNode? number))
        {
            holder[key] = number.DeepClone();
        }
    }

    private static void Variables(JsonObject container)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonObject variable in Items(container["env"]))
        {
            string name = (string?)variable["name"] ?? string.Empty;
            if (variable["valueFrom"] is JsonObject source)
            {
                // A field of the pod is the same whatever the variable is called; what is elsewhere is known by its name.
                known[name] = $"$({(string?)source["fieldRef"]?["fieldPath"] ?? name})";
            }
            else
            {
                string value = Expand(variable["value"]?.ToString() ?? string.Empty, known);
                known[name] = value;
                variable["value"] = value;
            }
        }

        foreach (string list in (string[])["command", "args"])
        {
            if (container[list] is JsonArray words)
            {
                container[list] = new JsonArray([.. words.Select(word => JsonValue.Create(Expand(word!.ToString(), known)))]);
            }
        }
    }

    private static string Expand(string text, Dictionary<string, string> known) =>
        Reference().Replace(text, match => known.GetValueOrDefault(match.Groups[1].Value, match.Value));

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Two dollars stand for one and begin no reference; they are left as they are.</summary>
    [GeneratedRegex(@"(?<!\$)\$\(([^()]+)\)")]
    private static partial Regex Reference();
}
