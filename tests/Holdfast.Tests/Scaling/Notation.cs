namespace Holdfast.Tests.Scaling;

/// <summary>
/// The notation in which the controller was observed: <c>+0</c> pod created, <c>R0</c> Ready, <c>x0</c> deletion begins,
/// <c>-0</c> gone, <c>▸</c> the next waits for the previous, <c>{…}</c> no order among them. And what observation cannot
/// show: <c>!1</c> the step is not taken before somebody helps with member 1, <c>hand</c> somebody takes it.
/// </summary>
internal static class Notation
{
    public static string Of(ScalePlan plan) => Of(plan.Steps);

    public static string Of(IReadOnlyList<ScaleStep> steps) =>
        string.Join(" ▸ ", steps.Select((step, index) => Of(step, steps.ElementAtOrDefault(index + 1))));

    /// <summary>The claims in the order of the steps: <c>c</c> created or bound again, <c>+c</c> created, <c>=c</c> bound again or kept, <c>-c</c> deleted.</summary>
    public static string Claims(ScalePlan plan) =>
        string.Join(" ▸ ", plan.Steps.Where(step => step.Claims.Count > 0).Select(step => string.Join(' ', step.Claims.Select(Of))));

    private static string Of(ScaledClaim claim) => claim.Outcome switch
    {
        ClaimOutcome.Created => "+",
        ClaimOutcome.CreatedOrBoundAgain => "?",
        ClaimOutcome.BoundAgain => "=",
        ClaimOutcome.Deleted => "-",
        _ => "o",
    } + claim.Name.Replace("-w-", "", StringComparison.Ordinal);

    private static string Of(ScaleStep step, ScaleStep? next)
    {
        string[] events = [.. step.Creates.Select(pod => $"+{pod.Ordinal}"), .. step.Deletes.Select(pod => $"x{pod.Ordinal}")];
        string text = events.Length == 1 ? events[0] : events.Length == 0 ? "" : "{" + string.Join(' ', events) + "}";
        string[] before =
        [
            .. step.Stuck is { } block ? block.Pods.Select(pod => $"!{pod.Ordinal}") : [],
            .. step.ByHand is null ? Array.Empty<string>() : ["hand"],
        ];
        // What the next step is stuck on is not awaited but mended.
        string[] awaited = next is null
            ? []
            :
            [
                .. step.Creates.Where(pod => next.WaitsForReady.Contains(pod) && next.Stuck?.Pods.Contains(pod) != true).Select(pod => $"R{pod.Ordinal}"),
                .. step.Deletes.Where(next.WaitsForGone.Contains).Select(pod => $"-{pod.Ordinal}"),
            ];
        return string.Join(' ', [.. before, .. text.Length == 0 ? Array.Empty<string>() : [text], .. awaited]);
    }
}
