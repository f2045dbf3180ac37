using Holdfast.Engine.Declarations;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>What a declaration would do better, as comments and lines of the report; the type makes the same objects until they are taken up.</summary>
internal static class Offers
{
    public static IEnumerable<Offer> Of(AppDeclaration app)
    {
        string patch = app.Patches.Count > 0 && app.Patches[0].Yaml.TryGet(out string? text) ? text : string.Empty;
        if (app.DisruptionBudget is null && app.Replicas.OrDefault(1) > 1)
        {
            yield return new Offer(OfferPlace.Type, "[DisruptionBudget(MaxUnavailable = 1)] keeps a drain from taking several replicas at once.");
        }

        if (app.Pod.NoSpread && app.Replicas.OrDefault(1) > 1)
        {
            yield return new Offer(OfferPlace.Spread, "Without [NoSpread], replicas share a node only where there are too few nodes.");
        }

        if (app.Container.ReadinessProbe is null && !app.RunsToCompletion)
        {
            yield return new Offer(OfferPlace.Type, "[ReadinessProbe(…)] keeps clients away from replicas that cannot serve yet.");
        }

        if (Contains(patch, "securityContext: null"))
        {
            yield return new Offer(OfferPlace.Patch, "Without the lines of securityContext, pods run with the restricted profile of the pod security standards.");
        }

        if (Contains(patch, "env: null") || (Contains(patch, PodEnvironmentVariables.PodName) && Contains(patch, "$patch: delete")))
        {
            yield return new Offer(OfferPlace.Patch, "Without the lines of env, each container knows which replica it is.");
        }

        if (app.Containers.Any(static container => container.ConfigMapEntries.Count > 0) && Contains(patch, "annotations:"))
        {
            yield return new Offer(OfferPlace.Patch, "Without the lines of annotations, pods are replaced when the text of a ConfigMap changes.");
        }
    }

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
}
