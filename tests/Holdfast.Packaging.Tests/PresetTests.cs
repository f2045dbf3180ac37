using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>One property sets the severities of all rules, for C# and for manifests; what the project sets itself wins.</summary>
[HomeOf("HF9109")]
public class PresetTests(PackedHoldfast packed)
{
    private const string Latest = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: once
        spec:
          containers:
          - name: once
            image: once:latest

        """;

    [Fact]
    public async Task APresetSetsSeverities()
    {
        Consumer consumer = packed.NewConsumer().AddApplication().Add("k8s/once.yaml", Latest);
        Assert.Contains("warning HF6001", await consumer.BuildAsync("-p:TreatWarningsAsErrors=false"), StringComparison.Ordinal);
        Assert.Contains("error HF6001", await consumer.FailToBuildAsync("--no-restore", "-p:TreatWarningsAsErrors=false", "-p:HoldfastPreset=strict"), StringComparison.Ordinal);
        Assert.DoesNotContain("HF6001", await consumer.BuildAsync("--no-restore", "-p:HoldfastPreset=quiet"), StringComparison.Ordinal);

        consumer.Add(".globalconfig", "is_global = true\ndotnet_diagnostic.HF6001.severity = none\n");
        Assert.DoesNotContain("HF6001", await consumer.BuildAsync("--no-restore", "-p:TreatWarningsAsErrors=false", "-p:HoldfastPreset=strict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APresetThatIsNotThereIsAnError() => Assert.Contains(
        "error HF9109: There is no preset 'stict'",
        await packed.NewConsumer().AddApplication().FailToBuildAsync("-p:HoldfastPreset=stict"),
        StringComparison.Ordinal);
}
