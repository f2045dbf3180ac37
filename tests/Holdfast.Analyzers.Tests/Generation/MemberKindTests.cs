using Holdfast.Analyzers.Tests.Rules;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>Every attribute that makes something of a member has a row, and each row a reader and a text.</summary>
public class MemberKindTests
{
    /// <summary>Parts of what another attribute of the member declares.</summary>
    private static readonly string[] Parts =
    [
        AttributeNames.ConfigFile,
        AttributeNames.ProjectedConfigMap,
        AttributeNames.ProjectedSecret,
        AttributeNames.ProjectedField,
        AttributeNames.ProjectedToken,
        AttributeNames.ProjectedTrustBundle,
        AttributeNames.Ingress,
        AttributeNames.HttpRoute,
        AttributeNames.PodMonitor,
        AttributeNames.ServiceMonitor,
        AttributeNames.ProjectedPodCertificate,
    ];

    public static TheoryData<string> Attributes => [.. MemberKinds.All.Select(static kind => kind.Attribute)];

    [Fact]
    public void EveryAttributeOfProperties_HasARow() => Assert.Equal(
        MemberKinds.All.Select(static kind => kind.Attribute).Concat(Parts).Order(StringComparer.Ordinal),
        typeof(StatefulAppAttribute).Assembly.GetExportedTypes()
            .Where(static type => type.IsSubclassOf(typeof(DeclarationAttribute)) && !type.IsAbstract
                && type.GetCustomAttributes(typeof(AttributeUsageAttribute), inherit: true).Cast<AttributeUsageAttribute>().Single().ValidOn.HasFlag(AttributeTargets.Property))
            .Select(static type => type.Name)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Example_IsImplemented(string attribute)
    {
        MemberKind kind = MemberKinds.Of(attribute)!;
        GeneratorRun run = GeneratorRun.Of(Source.App(members: $"{kind.Example} public static partial {kind.PropertyType} It {{ get; }}"));
        Assert.Empty(run.Problems);
        string type = kind.PropertyType == PropertyTypeNames.String ? kind.PropertyType : "global::Holdfast." + kind.PropertyType;
        Assert.Contains($"public static partial {type} It => ", Assert.Single(run.Sources).SourceText.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Deployment_RefusesWhatItCannotHave(string attribute)
    {
        MemberKind kind = MemberKinds.Of(attribute)!;
        GeneratorRun run = GeneratorRun.Of($$"""
            using Holdfast;

            [StatelessApp("orders")]
            [Container("orders:1.0")]
            public sealed partial class Orders
            {
                {{kind.Example}} public static partial {{kind.PropertyType}} It { get; }
            }
            """);
        Assert.Empty(run.Problems);
        Assert.Equal(
            kind.NotInDeployment is not null,
            Assert.Single(run.Sources).SourceText.ToString().Contains("It => throw new global::System.NotSupportedException(", StringComparison.Ordinal));
    }
}
