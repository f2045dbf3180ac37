namespace Holdfast.Fuzz.Tests;

/// <summary>Mistakes made one by one in right sources, and every fix that is offered for them.</summary>
[Trait("Category", "Fuzz")]
public class DerivedMistakeTests
{
    [Fact]
    public async Task EveryFixMends()
    {
        int cases = Math.Min(DerivedMistakes.Count, FuzzSettings.Cases(60));
        await FuzzRun.RunAsync(nameof(EveryFixMends), cases, index => DerivedMistakes.Of(index, cases), FixCheck.RunAsync);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases} of {DerivedMistakes.Count} mistakes; fixes applied: {string.Join(", ", FixCheck.Applied.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}"))}.");
        Assert.NotEmpty(FixCheck.Applied);
    }
}
