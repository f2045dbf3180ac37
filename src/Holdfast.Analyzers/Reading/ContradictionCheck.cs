using Holdfast.Analyzers.Declarations;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reports arguments of which one makes another mean nothing, or code and cluster disagree.</summary>
internal static class ContradictionCheck
{
    public static void Report(AppDeclaration app, ReadContext context)
    {
        if (app.NetworkPolicy is { NamesClients: true } policy && policy.AnyClient.OrDefault(false))
        {
            context.Report(
                ReadingProblems.Contradiction,
                policy.AnyClient.Origin,
                "The network policy says who the clients are and that everybody is one",
                "nobody is refused",
                "leave AnyClient out, or the others");
        }

        if (app.Autoscaler is { } autoscaler
            && app.Replicas.TryGet(out int replicas)
            && autoscaler.MinReplicas.TryGet(out int min)
            && autoscaler.MaxReplicas.TryGet(out int max)
            && min <= max
            && (replicas < min || replicas > max))
        {
            context.Report(
                ReadingProblems.Contradiction,
                app.Replicas.Origin,
                $"Code counts on {replicas} members and the autoscaler keeps {min} to {max}",
                replicas > max ? "code names pods that never exist" : "code does not know of pods that always do",
                "write a number between the two, or leave Replicas out");
        }
    }
}
