using System.Collections.Immutable;
using System.Reflection;
using CsCheck;

namespace Holdfast.Fuzz.Tests;

/// <summary>Any attribute that Holdfast has, with any of its arguments; found, not listed, so that none is forgotten.</summary>
internal static class AttributeTexts
{
    private static readonly ImmutableArray<Type> All =
    [
        .. typeof(DeclarationAttribute).Assembly.GetExportedTypes()
            .Where(static type => !type.IsAbstract && typeof(DeclarationAttribute).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    private static readonly Type[] Heads =
    [
        typeof(StatefulAppAttribute), typeof(StatelessAppAttribute), typeof(RunOnceAttribute), typeof(ScheduledAttribute),
        typeof(ContainerAttribute), typeof(SidecarAttribute), typeof(InitContainerAttribute),
    ];

    /// <summary>On a type or a convention.</summary>
    public static Gen<string> OfType { get; } =
        Gen.OneOf((Gen<string>[])[.. All.Where(static type => TargetsOf(type).HasFlag(AttributeTargets.Class) && !Heads.Contains(type)).Select(Of)]);

    /// <summary>Whole members, without their names.</summary>
    public static Gen<(string Attributes, string Type)> OfMember { get; } =
        Gen.OneOf((Gen<(string Attributes, string Type)>[])[.. All.Where(static type => TargetsOf(type).HasFlag(AttributeTargets.Property)).Select(MemberOf)]);

    /// <summary>One attribute.</summary>
    public static Gen<string> Of(Type type)
    {
        string name = type.Name[..^nameof(Attribute).Length];
        return Gen.OneOf((Gen<string>[])[.. type.GetConstructors().Select(constructor => Of(type, name, constructor))]);
    }

    private static Gen<string> Of(Type type, string name, ConstructorInfo constructor)
    {
        Gen<ImmutableArray<string>> arguments = Gen.Const(ImmutableArray<string>.Empty);
        foreach (ParameterInfo parameter in constructor.GetParameters())
        {
            Gen<string> value = Arguments.Of(name, parameter.Name!, parameter.ParameterType);
            arguments = Gen.Select(arguments, value, static (before, argument) => before.Add(argument));
        }

        foreach (PropertyInfo property in type.GetProperties().Where(static property => property.SetMethod is { IsPublic: true }).OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            bool isEnvironment = property.Name == nameof(DeclarationAttribute.Environment);
            Gen<string> value = isEnvironment ? Gen.OneOf("\"staging\"", "\"Staging\"") : Arguments.Of(name, property.Name, property.PropertyType);
            Gen<string?> maybe = Gen.Frequency<string?>((isEnvironment ? 20 : 3, Gen.Const((string?)null)), (1, value.Select(text => (string?)$"{property.Name} = {text}")));
            arguments = Gen.Select(arguments, maybe, static (before, argument) => argument is null ? before : before.Add(argument));
        }

        return arguments.Select(all => $"[{name}({string.Join(", ", all)})]");
    }

    private static Gen<(string Attributes, string Type)> MemberOf(Type type)
    {
        string member = type.Name switch
        {
            nameof(PortAttribute) => nameof(ServicePort),
            nameof(VolumeClaimAttribute) => nameof(ClaimTemplate),
            nameof(ExistingClaimAttribute) => nameof(ExistingClaim),
            nameof(ClientServiceAttribute) => nameof(Service),
            nameof(ReplicaServiceAttribute) => nameof(ReplicaServices),
            nameof(PeerListAttribute) or nameof(AddressOfAttribute) => "string",
            _ => nameof(Volume),
        };
        Gen<string> text = type.Name.StartsWith("Projected", StringComparison.Ordinal) && type != typeof(ProjectedVolumeAttribute)
            ? Gen.Select(Of(typeof(ProjectedVolumeAttribute)), Of(type), static (volume, source) => volume + " " + source)
            : Of(type);
        return text.Select(attributes => (attributes, member));
    }

    private static AttributeTargets TargetsOf(Type type) => type.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn;
}
