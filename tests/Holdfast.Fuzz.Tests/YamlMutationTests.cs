using System.Text;
using Holdfast.Analyzers.Tests.Reading;

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

    /// <summary>What is read without YamlDotNet is what YamlDotNet gives, or it is left to that.</summary>
    [Fact]
    public async Task ChangedTexts()
    {
        int simple = 0;
        int all = FuzzSettings.Cases(10_000);
        await FuzzRun.RunAsync(nameof(ChangedTexts), all, ByteMutation.Of, (file, _) =>
        {
            if (YamlEventLaw.Check(Encoding.UTF8.GetString([.. file.Bytes])))
            {
                Interlocked.Increment(ref simple);
            }

            return Task.CompletedTask;
        });

        // A law over texts that are all left to the library would say nothing.
        Assert.InRange(simple, all / 10, all);
    }

    [Fact]
    public async Task ChangedPatches() => await FuzzRun.RunAsync(nameof(ChangedPatches), FuzzSettings.Cases(200), PatchMutation.Of, SourceCheck.RunAsync);
}
