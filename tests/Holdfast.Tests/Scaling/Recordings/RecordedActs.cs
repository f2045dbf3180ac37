using System.Globalization;

namespace Holdfast.Tests.Scaling.Recordings;

/// <summary>Reads what was done by hand at the beginning of a recorded phase.</summary>
internal static class RecordedActs
{
    /// <summary>The help that an act is.</summary>
    /// <param name="phase">The phase that begins with it.</param>
    /// <param name="plan">The plan up to it, which knows whose finalizer or name it is where the act does not say.</param>
    public static ScaleHelp Read(RecordedPhase phase, ScalePlan plan)
    {
        string[] words = phase.Act.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words[0], phase.Act) switch
        {
            ("make", _) => ScaleHelp.MakeReady(Ordinal(words[1])),
            ("NotReady", _) => ScaleHelp.MakeReady(Ordinal(words[^1])),
            ("NotGone", _) => ScaleHelp.Release(Ordinal(words[^1])),
            ("NameTaken", _) => ScaleHelp.FreeName(Ordinal(words[^1])),
            ("ClaimNotGone", _) => ScaleHelp.FreeClaim(Ordinal(words[^1])),
            ("roll", _) => ScaleHelp.Apply(TemplateChange.RolledBack),
            ("apply", _) => ScaleHelp.Apply(TemplateChange.Working),
            ("touch", _) => ScaleHelp.Touch(),
            (_, "delete it") => ScaleHelp.FreeName(Only(plan, ReplicaCondition.NameTaken)),
            (_, "delete") => ScaleHelp.DeletePod(Only(plan, ReplicaCondition.Unready)),
            (_, "remove finalizer") => ScaleHelp.Release(Only(plan, ReplicaCondition.HeldTerminating)),
            (_, "free the claim") => ScaleHelp.FreeClaim(plan.Changes[^1].Options.Replicas.First(member => member.Value == ReplicaCondition.ClaimHeldTerminating).Key),
            ("delete", _) => ScaleHelp.DeletePod(Ordinal(words[1])),
            _ => throw new NotSupportedException($"No help is known for the recorded act \"{phase.Act}\"."),
        };
    }

    private static int Ordinal(string word) => int.Parse(word[(word.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);

    private static int Only(ScalePlan plan, ReplicaCondition condition) =>
        plan.End.Pods.First(pod => pod.Condition == condition).Pod.Ordinal;
}
