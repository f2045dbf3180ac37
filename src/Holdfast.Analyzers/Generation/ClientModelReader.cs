using System.Collections.Immutable;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Reads what the referenced KubernetesClient's models are: their classes, and which property stands for which field, as
/// their attributes say. So any version of the library will do, and none is referenced here.
/// </summary>
internal static class ClientModelReader
{
    /// <summary>What the names of the library's assemblies begin with; older ones have the models in their own assembly.</summary>
    private const string Assembly = "KubernetesClient";

    /// <summary>The interface of every object, with which a list of different ones is made.</summary>
    private const string ObjectInterface = "k8s.IKubernetesObject`1";

    private const string ObjectMeta = ClientModels.Namespace + ".V1ObjectMeta";

    /// <summary>The objects that applications are made of; all else is found from there.</summary>
    private static readonly (string ApiVersion, string Kind)[] Objects =
    [
        (StatefulSetView.ApiVersion, StatefulSetView.Kind),
        (DeploymentView.ApiVersion, DeploymentView.Kind),
        (JobView.ApiVersion, JobView.Kind),
        (JobView.ApiVersion, JobView.CronJob),
        (ServiceView.ApiVersion, ServiceView.Kind),
        (ConfigMapView.ApiVersion, ConfigMapView.Kind),
        (NetworkPolicyView.ApiVersion, NetworkPolicyView.Kind),
        (AutoscalerView.ApiVersion, AutoscalerView.Kind),
        (DisruptionBudgetView.ApiVersion, DisruptionBudgetView.Kind),
        (ServiceAccountComposer.ApiVersion, ServiceAccountComposer.Kind),
        (RoleComposer.ApiVersion, RoleComposer.Kind),
        (RoleComposer.ApiVersion, RoleComposer.BindingKind),
        (IngressComposer.ApiVersion, IngressComposer.Kind),
        ("v1", NamespaceComposer.Kind),

        // Only [Manifest] gives these.
        ("v1", "LimitRange"),
        ("v1", "PersistentVolume"),
        ("v1", "PersistentVolumeClaim"),
        ("v1", "Pod"),
        ("v1", "ResourceQuota"),
        ("v1", "Secret"),
        ("apps/v1", "DaemonSet"),
        ("networking.k8s.io/v1", "IngressClass"),
        ("rbac.authorization.k8s.io/v1", "ClusterRole"),
        ("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
        ("scheduling.k8s.io/v1", "PriorityClass"),
        ("storage.k8s.io/v1", "StorageClass"),
    ];

    /// <summary>The models; null where code of the project cannot name them.</summary>
    /// <remarks>
    /// The symbols are those of a compilation of the references alone, which is dropped at once: the project's own is another
    /// one after every keystroke.
    /// </remarks>
    public static ClientModels? Read(ImmutableArray<MetadataReference> references, CancellationToken cancellationToken)
    {
        if (!references.Any(IsClient))
        {
            return null;
        }

        var compilation = CSharpCompilation.Create(nameof(ClientModelReader), references: references);
        if (compilation.GetTypeByMetadataName(ObjectMeta) is not { } metadata
            || compilation.GetTypeByMetadataName(ObjectInterface) is not { } objectInterface
            || !CanBeNamed(metadata, compilation)
            || !CanBeNamed(objectInterface, compilation))
        {
            return null;
        }

        var classes = new SortedDictionary<string, ClientClass>(StringComparer.Ordinal);
        var waiting = new Queue<INamedTypeSymbol>(Objects
            .Select(item => compilation.GetTypeByMetadataName(ClientModels.Namespace + "." + ClientModels.ClassOf(item.ApiVersion, item.Kind)))
            .OfType<INamedTypeSymbol>()
            .Where(type => IsModel(type) && CanBeNamed(type, compilation) && type.AllInterfaces.Any(item => IsObjectInterface(item, objectInterface, metadata))));
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            INamedTypeSymbol type = waiting.Dequeue();
            string name = NameOf(type);
            if (!classes.ContainsKey(name))
            {
                classes.Add(name, new ClientClass(name, ReadProperties(type, waiting)));
            }
        }

        return classes.Count == 0
            ? null
            : new ClientModels(metadata.ContainingAssembly.Identity.Version.ToString(2), classes.Values.ToEquatableArray());
    }

    private static bool IsClient(MetadataReference reference)
    {
        string name = reference is CompilationReference source
            ? source.Compilation.AssemblyName ?? string.Empty
            : Path.GetFileName((reference as PortableExecutableReference)?.FilePath ?? reference.Display ?? string.Empty);
        return name.StartsWith(Assembly, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Not behind an alias, and not internal to the library.</summary>
    private static bool CanBeNamed(INamedTypeSymbol type, Compilation compilation) =>
        type.DeclaredAccessibility == Accessibility.Public
        && compilation.GetMetadataReference(type.ContainingAssembly) is { } reference
        && (reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias));

    private static bool IsObjectInterface(INamedTypeSymbol type, INamedTypeSymbol objectInterface, INamedTypeSymbol metadata) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, objectInterface)
        && SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], metadata);

    private static EquatableArray<ClientProperty> ReadProperties(INamedTypeSymbol type, Queue<INamedTypeSymbol> found)
    {
        var properties = new SortedDictionary<string, ClientProperty>(StringComparer.Ordinal);
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public }
                && ModelTypes.ReadField(property) is { } field)
            {
                properties[field] = new ClientProperty(field, TypeShapeReader.Escape(property.Name), TypeOf(property.Type, found));
            }
        }

        return properties.Values.ToEquatableArray();
    }

    private static ClientType TypeOf(ITypeSymbol type, Queue<INamedTypeSymbol> found)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        FieldKind kind = value.SpecialType switch
        {
            SpecialType.System_String => FieldKind.String,
            SpecialType.System_Int32 => FieldKind.Int32,
            SpecialType.System_Int64 => FieldKind.Int64,
            SpecialType.System_Double => FieldKind.Number,
            SpecialType.System_Boolean => FieldKind.Boolean,
            SpecialType.System_DateTime => FieldKind.Time,
            _ => FieldKind.Any,
        };
        if (kind != FieldKind.Any)
        {
            return new ClientType(kind, NameOf(type), Item: null);
        }

        switch (value)
        {
            case IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }:
                return new ClientType(FieldKind.Bytes, NameOf(type), Item: null);
            case INamedTypeSymbol { Name: "IList", Arity: 1 } list:
                return new ClientType(FieldKind.List, NameOf(type), TypeOf(list.TypeArguments[0], found));
            case INamedTypeSymbol { Name: "IDictionary", Arity: 2 } map when map.TypeArguments[0].SpecialType == SpecialType.System_String:
                return new ClientType(FieldKind.Map, NameOf(type), TypeOf(map.TypeArguments[1], found));
            case INamedTypeSymbol { Name: "ResourceQuantity" } when ModelTypes.IsInNamespace(value):
                return new ClientType(FieldKind.Quantity, NameOf(value), Item: null);
            case INamedTypeSymbol { Name: "IntOrString" or "IntstrIntOrString" } when ModelTypes.IsInNamespace(value):
                return new ClientType(FieldKind.IntOrString, NameOf(type), Item: null);
            case INamedTypeSymbol model when IsModel(model):
                found.Enqueue(model);
                return new ClientType(FieldKind.Object, NameOf(model), Item: null);
            default:
                return new ClientType(FieldKind.Any, NameOf(type), Item: null);
        }
    }

    private static bool IsModel(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, Arity: 0, DeclaredAccessibility: Accessibility.Public }
        && ModelTypes.IsInNamespace(type)
        && type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public);

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
