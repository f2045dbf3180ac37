namespace Holdfast.Fuzz.Tests;

/// <summary>Real manifests and patches, broken byte by byte: no exception out of the readers, and an end.</summary>
[Trait("Category", "Fuzz")]
public class YamlMutationTests
{
    /// <summary>How many files a project has: enough that what the compiler does for a project costs little for each.</summary>
    private const int Together = 20;

    [Fact]
    public async Task ChangedManifests()
    {
        await FuzzRun.RunAsync(nameof(ChangedManifests), FuzzSettings.Cases(1_000), Together, ByteMutation.Of, YamlCheck.RunAsync);
        TestContext.Current.TestOutputHelper?.WriteLine($"{YamlCheck.Findings} findings.");
    }

    [Fact]
    public async Task ChangedPatches() => await FuzzRun.RunAsync(nameof(ChangedPatches), FuzzSettings.Cases(200), PatchMutation.Of, SourceCheck.RunAsync);
}
