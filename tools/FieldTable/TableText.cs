using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Holdfast.Tools.FieldTable;

/// <summary>Writes the fields and types of Kubernetes objects, as KubernetesClient's models have them.</summary>
internal static partial class TableText
{
    private const string Header = """
        # The fields of Kubernetes objects and their types. Made of KubernetesClient's models: dotnet run --project tools/FieldTable
        # Objects: !apiVersion kind type
        # Types: name field:type ..., where s is a string, i and l whole numbers of 32 and 64 bits, n a number, b a boolean,
        # q a quantity, p a number or a string, t a time, x base64, * anything, {T} a map, [T] a list; behind a list stand the
        # fields that tell its items apart when a patch is merged, or = where it is a set. A ! follows a field that the OpenAPI
        # document requires.

        """;

    private static readonly Type[] Roots =
    [
        typeof(V1ClusterRole),
        typeof(V1ClusterRoleBinding),
        typeof(V1ConfigMap),
        typeof(V1CronJob),
        typeof(V1DaemonSet),
        typeof(V1Deployment),
        typeof(V1Endpoints),
        typeof(V2HorizontalPodAutoscaler),
        typeof(V1Ingress),
        typeof(V1IngressClass),
        typeof(V1Job),
        typeof(V1LimitRange),
        typeof(V1Namespace),
        typeof(V1NetworkPolicy),
        typeof(V1PersistentVolume),
        typeof(V1PersistentVolumeClaim),
        typeof(V1Pod),
        typeof(V1PodDisruptionBudget),
        typeof(V1PriorityClass),
        typeof(V1ReplicaSet),
        typeof(V1ReplicationController),
        typeof(V1ResourceQuota),
        typeof(V1Role),
        typeof(V1RoleBinding),
        typeof(V1Secret),
        typeof(V1Service),
        typeof(V1ServiceAccount),
        typeof(V1StatefulSet),
        typeof(V1StorageClass),
    ];

    private static readonly Dictionary<Type, string> Scalars = new()
    {
        [typeof(string)] = "s",
        [typeof(int)] = "i",
        [typeof(long)] = "l",
        [typeof(double)] = "n",
        [typeof(bool)] = "b",
        [typeof(ResourceQuantity)] = "q",
        [typeof(IntOrString)] = "p",
        [typeof(DateTime)] = "t",
        [typeof(byte[])] = "x",
        [typeof(object)] = "*",
    };

    public static string Write()
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var text = new StringBuilder(Header.ReplaceLineEndings("\n"));
        foreach (Type root in Roots)
        {
            KubernetesEntityAttribute entity = root.GetCustomAttribute<KubernetesEntityAttribute>()!;
            string apiVersion = entity.Group.Length == 0 ? entity.ApiVersion : entity.Group + "/" + entity.ApiVersion;
            text.Append('!').Append(apiVersion).Append(' ').Append(entity.Kind).Append(' ').Append(Name(root)).Append('\n');
            Add(root, lines);
        }

        foreach ((string name, string fields) in lines)
        {
            text.Append(name).Append(fields).Append('\n');
        }

        return text.ToString();
    }

    private static void Add(Type type, SortedDictionary<string, string> lines)
    {
        string name = Name(type);
        if (lines.ContainsKey(name))
        {
            return;
        }

        lines.Add(name, string.Empty);
        var fields = new StringBuilder();
        IEnumerable<(string Field, Type Type)> properties = type.GetProperties()
            .Select(property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name!, property.PropertyType))
            .Where(property => property.Item1 is not null)
            .OrderBy(property => property.Item1, StringComparer.Ordinal);
        foreach ((string field, Type fieldType) in properties)
        {
            // What the cluster says about an object is not declared.
            string reference = field == "status" ? "*" : Reference(fieldType, lines) + MergeKeys.Of(name, field);
            fields.Append(' ').Append(field).Append(RequiredFields.Has(name, field) ? "!" : string.Empty).Append(':').Append(reference);
        }

        lines[name] = fields.ToString();
    }

    private static string Reference(Type type, SortedDictionary<string, string> lines)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Scalars.TryGetValue(type, out string? scalar))
        {
            return scalar;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            return "[" + Reference(type.GetGenericArguments()[0], lines) + "]";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        {
            return "{" + Reference(type.GetGenericArguments()[1], lines) + "}";
        }

        Add(type, lines);
        return Name(type);
    }

    /// <summary>The name that Kubernetes' documents use, which the models prefix with their version.</summary>
    private static string Name(Type type) => VersionPrefix().Replace(type.Name, string.Empty);

    [GeneratedRegex("^(Core)?[Vv][0-9]+")]
    private static partial Regex VersionPrefix();
}
