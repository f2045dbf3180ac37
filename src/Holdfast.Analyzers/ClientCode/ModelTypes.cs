using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>
/// What KubernetesClient's model types say about themselves: which object a class is, and which field a property. It is read of
/// their attributes, so any version of the library will do, and none is referenced here.
/// </summary>
internal sealed class ModelTypes
{
    private const string Namespace = "k8s.Models";

    private const string EntityAttribute = "KubernetesEntityAttribute";

    private const string FieldAttribute = "JsonPropertyNameAttribute";

    // Attributes are decoded when they are read, and code names few of the properties of a class.
    private readonly ConcurrentDictionary<IPropertySymbol, string?> _fields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, (string ApiVersion, string Kind)?> _entities = new(SymbolEqualityComparer.Default);

    /// <summary>A type that a project has if it has the library at all.</summary>
    public const string StatefulSet = "V1StatefulSet";

    public const string StatefulSetMetadataName = Namespace + "." + StatefulSet;

    public static bool IsModel(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && IsInNamespace(type);

    /// <summary>A value that is written as a string or number: <c>ResourceQuantity</c>, <c>IntOrString</c>.</summary>
    public static bool IsScalar(ITypeSymbol? type) => type is { Name: "ResourceQuantity" or "IntOrString" or "IntstrIntOrString" } && IsInNamespace(type);

    /// <summary>The version and kind of an object; null for what is only part of one.</summary>
    public (string ApiVersion, string Kind)? EntityOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && IsModel(named) ? _entities.GetOrAdd(named, ReadEntity) : null;

    /// <summary>The field that a property is; null for what is none.</summary>
    public string? FieldOf(IPropertySymbol property)
    {
        IPropertySymbol original = property.OriginalDefinition;
        return IsModel(original.ContainingType) ? _fields.GetOrAdd(original, ReadField) : null;
    }

    /// <summary>The fields of a type, in the order of its properties; the two that every object has are left out.</summary>
    public IEnumerable<string> FieldsOf(ITypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Select(FieldOf)
        .Where(static field => field is not (null or "apiVersion" or "kind"))
        .Select(static field => field!);

    /// <summary>Whether a kind is that of a list of objects.</summary>
    public static bool IsListKind(string kind) => kind.EndsWith("List", StringComparison.Ordinal);

    /// <summary>The field that a parameter of a type's constructor is; null where it is none.</summary>
    public string? FieldOf(ITypeSymbol type, string? parameter) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => string.Equals(property.Name, parameter, StringComparison.OrdinalIgnoreCase))
        .Select(FieldOf)
        .FirstOrDefault();

    public static bool IsInNamespace(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The field that the attribute of a property names, whatever class the property is of; null where there is none.</summary>
    public static string? ReadField(IPropertySymbol property)
    {
        foreach (AttributeData attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == FieldAttribute
                && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string name }])
            {
                return name;
            }
        }

        return null;
    }

    private static (string ApiVersion, string Kind)? ReadEntity(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != EntityAttribute)
            {
                continue;
            }

            string group = Argument(attribute, "Group");
            string version = Argument(attribute, "ApiVersion");
            string kind = Argument(attribute, "Kind");
            return kind.Length == 0 || version.Length == 0 ? null : (group.Length == 0 ? version : group + "/" + version, kind);
        }

        return null;
    }

    private static string Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : string.Empty;
}
