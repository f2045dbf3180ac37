using CsCheck;
using Holdfast.WellKnown;

namespace Holdfast.Tests.Identity;

public class NameProperties
{
    private static readonly Gen<string> Label =
        Gen.String[Gen.Char["abz019-"], 1, 12].Where(KubernetesNames.IsDnsLabel);

    private static readonly Gen<int> Ordinal = Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, KubernetesLimits.MaxOrdinal]);

    [Fact]
    public void PodNameTellsTheOrdinalItWasMadeOf() =>
        Gen.Select(Label, Ordinal).Sample((set, ordinal) =>
            KubernetesNames.TryParsePod(KubernetesNames.Pod(set, ordinal), set, out int parsed) && parsed == ordinal);

    [Fact]
    public void PodNameIsReadOnlyIfItWouldBeWrittenSo() =>
        Gen.Select(Label, Gen.String[Gen.Char["abz019-+ ."], 0, 12]).Sample((set, text) =>
            !KubernetesNames.TryParsePod(text, set, out int parsed) || KubernetesNames.Pod(set, parsed) == text);

    [Fact]
    public void PodBelongsToOneSetOnly() =>
        Gen.Select(Label, Label, Ordinal).Sample((set, other, ordinal) =>
            set == other || !KubernetesNames.TryParsePod(KubernetesNames.Pod(set, ordinal), other, out _));

    [Fact]
    public void PositionsOrdinalsAndEnumerationAgree() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 20].Array[0, 5]).Sample((start, replicas, excepted) =>
        {
            var set = new StatefulSetInfo("w") { OrdinalStart = start, Replicas = replicas };
            PodSet all = set.WithReplicas(30).Pods;
            PodSet pods = excepted.Aggregate(all, (rest, index) => rest.Except(all[index])).WithReplicas(replicas);

            Pod[] byIndex = [.. Enumerable.Range(0, pods.Count).Select(index => pods[index])];
            return byIndex.SequenceEqual(pods)
                && byIndex.SequenceEqual(set.Pods.Where(pod => !excepted.Contains(pod.Index)))
                && byIndex.All(pod => pods.Contains(pod) && pods.WithOrdinal(pod.Ordinal) == pod);
        });
}
