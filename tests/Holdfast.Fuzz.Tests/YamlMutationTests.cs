namespace Holdfast.Fuzz.Tests;

/// <summary>Real manifests and patches, broken byte by byte: no exception out of the readers, and an end.</summary>
public class YamlMutationTests
{
    [Fact]
    public async Task ChangedManifests()
    {
        await FuzzRun.RunAsync(nameof(ChangedManifests), FuzzSettings.Cases(1_000), ByteMutation.Of, YamlCheck.RunAsync);
        TestContext.Current.TestOutputHelper?.WriteLine($"{YamlCheck.Findings} findings.");
    }

    [Fact]
    public async Task ChangedPatches() => await FuzzRun.RunAsync(nameof(ChangedPatches), FuzzSettings.Cases(400), PatchMutation.Of, SourceCheck.RunAsync);
}
