using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Findings about ports without a number: only an image that the project publishes has a usual one.</summary>
public class PublishedImageRuleTests
{
    [Theory]
    [InlineData("[Container(\"postgres:17\")]", "[Port]", "{|HF9024:Http|}")]
    [InlineData("[Container(\"postgres:17\")]", "[Port(Name = \"sql\")]", "{|HF9024:Http|}")]
    [InlineData("[Container(\"postgres:17\")]", "[Port(5432)]", "Http")]
    public Task APortNeedsANumber(string container, string port, string name) => RuleTest.VerifyAsync(
        $"using Holdfast; [StatefulApp(\"orders\")] {container} public sealed partial class Orders {{ {port} public static partial ServicePort {name} {{ get; }} }}");

    [Theory]
    [InlineData("[Port]", "Http", true)]
    [InlineData("[Port(9090)]", "Http", true)]
    [InlineData("[Port]", "{|HF9024:Http|}", false)]
    public async Task APublishedImageHasAUsualOne(string port, string name, bool isDotNet)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add($"using Holdfast; [StatefulApp(\"orders\")] [Container] [SecurityContext(ReadOnlyRootFilesystem = true)] public sealed partial class Orders {{ {port} public static partial ServicePort {name} {{ get; }} }}");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ContainerRepository = shop/orders\nbuild_property.ContainerImageTag = 1.0\n"
            + (isDotNet ? string.Empty : "build_property.ContainerBaseImage = registry.example.com/base:1.0\n")));
        await test.RunAsync();
    }
}
