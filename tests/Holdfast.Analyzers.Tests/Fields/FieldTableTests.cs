using System.Text.Json;
using Holdfast.Engine.Model.Fields;
using Holdfast.Tests.Shared;
using Holdfast.Tools.FieldTable;

namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>The table is what KubernetesClient's models say, and what Kubernetes' OpenAPI document says about version 1.36.</summary>
public class FieldTableTests
{
    /// <summary>Fields of the models that Kubernetes 1.36 does not have yet.</summary>
    private static readonly IEnumerable<string> KnownDifferences = FieldVersions.All
        .Where(static field => !field.Value.Exists.Contains(1, 36, null))
        .Select(static field => $"{field.Key.Type}.{field.Key.Field}: not in OpenAPI")
        .Order(StringComparer.Ordinal);

    [Fact]
    public void IsWhatTheModelsSay()
    {
        Assert.SkipUnless(File.Exists(RequiredFields.Document), "Kubernetes' OpenAPI document is not beside the repository (../shared/openapi-1.36.json).");
        Assert.Equal(TableText.Write(), FieldTable.ReadText());
    }

    [Theory]
    [InlineData("apps/v1", "StatefulSet", "spec.template.spec.terminationGracePeriodSeconds", nameof(FieldKind.Int64))]
    [InlineData("apps/v1", "StatefulSet", "spec.replicas", nameof(FieldKind.Int32))]
    [InlineData("apps/v1", "StatefulSet", "spec.volumeClaimTemplates.spec.resources.requests.storage", nameof(FieldKind.Quantity))]
    [InlineData("apps/v1", "StatefulSet", "spec.template.metadata.labels.anything", nameof(FieldKind.String))]
    [InlineData("apps/v1", "StatefulSet", "spec.template.spec.containers.livenessProbe.httpGet.port", nameof(FieldKind.IntOrString))]
    [InlineData("apps/v1", "StatefulSet", "metadata.creationTimestamp", nameof(FieldKind.Time))]
    [InlineData("v1", "Service", "spec.clusterIP", nameof(FieldKind.String))]
    [InlineData("v1", "Secret", "data.key", nameof(FieldKind.Bytes))]
    [InlineData("policy/v1", "PodDisruptionBudget", "spec.selector", nameof(FieldKind.Object))]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "spec.ingress", nameof(FieldKind.List))]
    [InlineData("autoscaling/v2", "HorizontalPodAutoscaler", "spec.minReplicas", nameof(FieldKind.Int32))]
    [InlineData("apps/v1", "ReplicaSet", "spec.template.spec.volumes", nameof(FieldKind.List))]
    [InlineData("batch/v1", "CronJob", "spec.jobTemplate.spec.template.spec.containers.image", nameof(FieldKind.String))]
    [InlineData("rbac.authorization.k8s.io/v1", "RoleBinding", "subjects.namespace", nameof(FieldKind.String))]
    public void KnowsTypes(string apiVersion, string kind, string path, string expected)
    {
        FieldType? type = FieldTable.Find(apiVersion, kind);
        foreach (string field in path.Split('.'))
        {
            type = type!.Kind == FieldKind.List ? type.Item : type;
            type = FieldTable.FieldOf(type!, field);
        }

        Assert.Equal(expected, type!.Kind.ToString());
    }

    [Fact]
    public void DoesNotKnowWhatIsNotThere()
    {
        Assert.Null(FieldTable.Find("apps/v1beta1", "StatefulSet"));
        Assert.Null(FieldTable.Find("apps/v1", "statefulset"));
        Assert.Null(FieldTable.FieldOf(FieldTable.Find("apps/v1", "StatefulSet")!, "Spec"));
    }

    [Fact]
    public void IsWhatOpenApiSays()
    {
        string path = Path.Combine(RepositoryPaths.Shared, "openapi-1.36.json");
        Assert.SkipUnless(File.Exists(path), "The OpenAPI document of Kubernetes 1.36 is not beside the repository.");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement definitions = document.RootElement.GetProperty("definitions");

        var differences = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty definition in definitions.EnumerateObject())
        {
            if (!definition.Value.TryGetProperty("x-kubernetes-group-version-kind", out JsonElement kinds))
            {
                continue;
            }

            foreach (JsonElement kind in kinds.EnumerateArray())
            {
                string group = kind.GetProperty("group").GetString()!;
                string version = kind.GetProperty("version").GetString()!;
                if (FieldTable.Find(group.Length == 0 ? version : group + "/" + version, kind.GetProperty("kind").GetString()!) is { } type)
                {
                    Compare(definition.Value, type, type.Name);
                }
            }
        }

        Assert.True(seen.Count > 100, $"Only {seen.Count} types were compared.");
        Assert.Equal(KnownDifferences, differences.Order(StringComparer.Ordinal));

        void Compare(JsonElement schema, FieldType type, string place)
        {
            schema = Resolve(schema);
            string actual = Kind(schema);
            if (actual != type.Kind.ToString())
            {
                differences.Add($"{place}: {type.Kind}, {actual} in OpenAPI");
                return;
            }

            switch (type.Kind)
            {
                case FieldKind.List:
                    Compare(schema.GetProperty("items"), type.Item!, place);
                    break;
                case FieldKind.Map:
                    Compare(schema.GetProperty("additionalProperties"), type.Item!, place);
                    break;
                case FieldKind.Object when seen.Add(type.Name):
                    IReadOnlyDictionary<string, FieldType> fields = FieldTable.FieldsOf(type);
                    JsonElement properties = schema.GetProperty("properties");
                    differences.AddRange(fields.Keys.Where(field => !properties.TryGetProperty(field, out _)).Select(field => $"{type.Name}.{field}: not in OpenAPI"));
                    foreach (JsonProperty property in properties.EnumerateObject())
                    {
                        if (!fields.TryGetValue(property.Name, out FieldType? field))
                        {
                            differences.Add($"{type.Name}.{property.Name}: in OpenAPI only");
                        }
                        else if (property.Name != "status")
                        {
                            Compare(property.Value, field, $"{type.Name}.{property.Name}");
                            CompareMergeKeys(property.Value, field, $"{type.Name}.{property.Name}");
                        }
                    }

                    break;
            }
        }

        void CompareMergeKeys(JsonElement property, FieldType field, string place)
        {
            // Merged by name on purpose, see MergeKeys.
            if (place == "StatefulSetSpec.volumeClaimTemplates" || field.Kind != FieldKind.List)
            {
                return;
            }

            string key = property.TryGetProperty("x-kubernetes-patch-merge-key", out JsonElement value) ? value.GetString()! : string.Empty;
            bool isSet = key.Length == 0 && property.TryGetProperty("x-kubernetes-patch-strategy", out JsonElement strategy) && strategy.GetString() == "merge";
            if (key != (field.MergeKeys.Count == 0 ? string.Empty : field.MergeKeys[0]) || isSet != field.IsSet)
            {
                differences.Add($"{place}: merged by '{key}' in OpenAPI");
            }
        }

        JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement reference)
            ? Named(definitions.GetProperty(reference.GetString()!["#/definitions/".Length..]), reference.GetString()!)
            : schema;

        // What has its own type in Kubernetes is a plain string in the document.
        static JsonElement Named(JsonElement schema, string reference) => reference.EndsWith(".Quantity", StringComparison.Ordinal)
            ? JsonDocument.Parse("""{ "type": "string", "format": "quantity" }""").RootElement
            : schema;
    }

    private static string Kind(JsonElement schema)
    {
        string type = schema.TryGetProperty("type", out JsonElement value) ? value.GetString()! : "object";
        string format = schema.TryGetProperty("format", out value) ? value.GetString()! : string.Empty;
        return (type, format) switch
        {
            ("string", "date-time") => nameof(FieldKind.Time),
            ("string", "int-or-string") => nameof(FieldKind.IntOrString),
            ("string", "quantity") => nameof(FieldKind.Quantity),
            ("string", "byte") => nameof(FieldKind.Bytes),
            ("string", _) => nameof(FieldKind.String),
            ("integer", "int32") => nameof(FieldKind.Int32),
            ("integer", _) => nameof(FieldKind.Int64),
            ("number", _) => nameof(FieldKind.Number),
            ("boolean", _) => nameof(FieldKind.Boolean),
            ("array", _) => nameof(FieldKind.List),
            _ when schema.TryGetProperty("additionalProperties", out _) => nameof(FieldKind.Map),
            _ when schema.TryGetProperty("properties", out _) => nameof(FieldKind.Object),
            _ => nameof(FieldKind.Any),
        };
    }
}
