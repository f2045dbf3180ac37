using System.Reflection;

namespace Holdfast.Tests.Documentation;

/// <summary>What every attribute that declares something needs, so that it can be declared for an environment.</summary>
public class DeclarationAttributeTests
{
    public static TheoryData<Type> All =>
    [
        .. typeof(StatefulAppAttribute).Assembly.GetExportedTypes()
            .Where(type => typeof(Attribute).IsAssignableFrom(type) && !type.IsAbstract && type != typeof(GeneratedManifestAttribute)),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void CanBeThereOnceForEachEnvironment(Type attribute)
    {
        Assert.True(typeof(DeclarationAttribute).IsAssignableFrom(attribute), $"{attribute.Name} has no Environment: derive it from DeclarationAttribute, or RepeatableDeclarationAttribute where a type may have several.");
        Assert.True(attribute.GetCustomAttribute<AttributeUsageAttribute>()!.AllowMultiple, $"{attribute.Name} needs AllowMultiple = true for a second environment; HF9016 says where there are too many.");
    }
}
