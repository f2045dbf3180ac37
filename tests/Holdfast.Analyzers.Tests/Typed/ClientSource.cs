using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Holdfast.Tests.Shared;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>
/// KubernetesClient as another version could have it: its models again, without some of their types and fields, and with
/// what takes a number or a name called as before version 17.
/// </summary>
/// <param name="missing">Types, <c>V1Probe</c>, and properties, <c>V1PodSpec.HostUsers</c>, that this version does not have.</param>
internal sealed class ClientSource(params string[] missing)
{
    private const string Head = """
        [assembly: System.Reflection.AssemblyVersion("9.1.0.0")]
        namespace k8s
        {
            public interface IKubernetesObject<TMetadata> { TMetadata Metadata { get; set; } }
        }
        namespace k8s.Models
        {
            public class ResourceQuantity { public ResourceQuantity(string value) { } }
            public struct IntstrIntOrString
            {
                public static implicit operator IntstrIntOrString(int value) => default;
                public static implicit operator IntstrIntOrString(string value) => default;
            }
        """;

    private static readonly Type[] Roots =
    [
        typeof(V1StatefulSet), typeof(V1Deployment), typeof(V1Service), typeof(V1ConfigMap), typeof(V1NetworkPolicy),
        typeof(V1PodDisruptionBudget), typeof(V1ServiceAccount), typeof(V2HorizontalPodAutoscaler),
    ];

    public MetadataReference Reference(string file = "KubernetesClient.dll", params string[] aliases)
    {
        var image = new MemoryStream();
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            [CSharpSyntaxTree.ParseText(Text())],
            Compilations.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(image).Success, string.Join("\n", compilation.GetDiagnostics()));
        return MetadataReference.CreateFromImage(image.ToArray(), new MetadataReferenceProperties(aliases: [.. aliases]), filePath: "/packages/" + file);
    }

    private string Text()
    {
        var text = new StringBuilder(Head);
        var seen = new HashSet<Type>();
        var waiting = new Queue<Type>(Roots);
        while (waiting.TryDequeue(out Type? type))
        {
            if (!seen.Add(type) || missing.Contains(type.Name))
            {
                continue;
            }

            text.Append($"public class {type.Name}{(Roots.Contains(type) ? " : k8s.IKubernetesObject<V1ObjectMeta>" : string.Empty)} {{\n");
            foreach (PropertyInfo property in type.GetProperties())
            {
                string field = property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;
                string name = Name(property.PropertyType, waiting);
                if (!missing.Contains($"{type.Name}.{property.Name}") && !missing.Any(other => name.Contains(other + ">", StringComparison.Ordinal) || name == other))
                {
                    text.Append($"[System.Text.Json.Serialization.JsonPropertyName(\"{field}\")] public {name} {property.Name} {{ get; set; }}\n");
                }
            }

            text.Append("}\n");
        }

        return text.Append('}').ToString();
    }

    private static string Name(Type type, Queue<Type> found)
    {
        if (type.IsGenericType)
        {
            string definition = type.GetGenericTypeDefinition().FullName!;
            return $"{definition[..definition.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(argument => Name(argument, found)))}>";
        }

        if (type == typeof(IntOrString))
        {
            return "IntstrIntOrString";
        }

        if (type.Namespace != "k8s.Models" || type == typeof(ResourceQuantity))
        {
            return type.Namespace == "k8s.Models" ? type.Name : type.FullName!;
        }

        found.Enqueue(type);
        return type.Name;
    }
}
