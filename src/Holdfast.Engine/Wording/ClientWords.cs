using Holdfast.Engine.Model.Fields;

namespace Holdfast.Engine.Wording;

/// <summary>Fields as properties of KubernetesClient's models: <c>MaxUnavailable = 1 in V1PodDisruptionBudgetSpec</c>.</summary>
internal sealed class ClientWords : FieldWords
{
    /// <summary>What the models of the autoscaler begin with; no other type has these parts in its name.</summary>
    private static readonly string[] OfAutoscalers = ["HorizontalPodAutoscaler", "HPAScaling", "Metric", "CrossVersionObjectReference"];

    /// <summary>Fields that are keywords of C#, whatever their capitals: the library calls their properties so that no language minds.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase) { "continue", "default", "from", "namespace", "object", "operator", "readonly" };

    public override string Of(FieldText field)
    {
        if (field.Resolve() is not var (owner, type))
        {
            return Yaml.Of(field);
        }

        return PropertyOf(field.Name) + (field.Value is null ? string.Empty : " = " + Value(type, field.Value)) + " in " + ClassOf(owner);
    }

    /// <summary>The class that stands for a type.</summary>
    public static string ClassOf(string type) => type.StartsWith("Rbac", StringComparison.Ordinal)
        ? type
        : type is "ResourceClaim" or "EndpointPort" ? "Corev1" + type
        : (OfAutoscalers.Any(part => type.IndexOf(part, StringComparison.Ordinal) >= 0) ? "V2" : "V1") + type;

    /// <summary>The property that stands for a field.</summary>
    public static string PropertyOf(string field) => field.Length == 0 ? field
        : char.ToUpperInvariant(field[0]) + field.Substring(1) + (Keywords.Contains(field) ? "Property" : string.Empty);

    private static string Value(FieldType type, string value) => type.Kind switch
    {
        FieldKind.String => $"\"{value}\"",
        FieldKind.IntOrString when !long.TryParse(value, out _) => $"\"{value}\"",
        FieldKind.Quantity => $"new ResourceQuantity(\"{value}\")",
        FieldKind.List => $"[\"{value}\"]",
        _ => value,
    };
}
