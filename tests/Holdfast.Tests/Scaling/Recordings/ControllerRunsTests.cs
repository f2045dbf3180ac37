namespace Holdfast.Tests.Scaling.Recordings;

/// <summary>Plans agree, phase by phase, with what the controller did in recorded scenarios.</summary>
public class ControllerRunsTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryPhaseAgreesOrIsOneThatNoPlanCanKnow()
    {
        Assert.SkipUnless(Directory.Exists(Recording.Folder), "The recordings are not beside the repository (../shared/controller-runs).");

        ReplayedPhase[] phases = [.. Recording.ReadAll().SelectMany(recording => new Replay(recording).Run())];
        ReplayedPhase[] differing = [.. phases.Where(phase => phase.Differences.Count > 0)];
        ReplayedPhase[] unexplained = [.. differing.Where(phase => !Unknowable.Reasons.ContainsKey(phase.Place))];

        output.WriteLine($"{phases.Length} phases: {phases.Length - differing.Length} agree, {differing.Length - unexplained.Length} no plan can know, {unexplained.Length} differ.");
        foreach (IGrouping<string, string> kind in unexplained.SelectMany(phase => phase.Differences).GroupBy(difference => difference.Split(':')[0]))
        {
            output.WriteLine($"{kind.Key}: {kind.Count()}");
        }

        foreach (ReplayedPhase phase in differing)
        {
            output.WriteLine($"{phase.Place} ({phase.Act}): {Unknowable.Reasons.GetValueOrDefault(phase.Place, "DIFFERS")}");
            foreach (string difference in phase.Differences)
            {
                output.WriteLine("   " + difference);
            }
        }

        Assert.NotEmpty(phases);
        Assert.Empty(unexplained.Select(phase => phase.Place));
        Assert.Equal(Unknowable.Reasons.Keys.Order(StringComparer.Ordinal), differing.Select(phase => phase.Place).Order(StringComparer.Ordinal));
    }
}
