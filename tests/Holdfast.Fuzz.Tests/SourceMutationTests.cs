namespace Holdfast.Fuzz.Tests;

/// <summary>
/// Real sources, broken in all ways: no exception out of generator, analyzers and fixes, and an end. A short run;
/// <c>HOLDFAST_FUZZ_CASES</c> makes it a long one, <c>HOLDFAST_FUZZ_SEED</c> another one.
/// </summary>
[Trait("Category", "Fuzz")]
public class SourceMutationTests
{
    [Fact]
    public async Task ChangedTokens()
    {
        await FuzzRun.RunAsync(nameof(ChangedTokens), FuzzSettings.Cases(300), TokenMutation.Of, SourceCheck.RunAsync);
        TestContext.Current.TestOutputHelper?.WriteLine($"{SourceCheck.AppliedFixes} fixes applied; the formatter gave up {SourceCheck.FormatterFailures} times.");
    }

    [Fact]
    public async Task EveryEnd()
    {
        int cases = Math.Min(Truncation.Count, FuzzSettings.Cases(150));
        await FuzzRun.RunAsync(nameof(EveryEnd), cases, index => Truncation.Of(index, cases), SourceCheck.RunAsync);
    }
}
