namespace Holdfast.Tests.Scaling;

/// <summary>
/// The notation in which the controller was observed: <c>+0</c> pod created, <c>R0</c> Ready, <c>x0</c> deletion begins,
/// <c>-0</c> gone, <c>▸</c> the next waits for the previous, <c>{…}</c> no order among them. And what observation cannot
/// show: <c>+c1</c> claims alone are made, <c>-c1</c> they alone go, <c>!1</c> the step is not taken before help by hand for replica 1, <c>hand</c> it is taken by hand.
/// </summary>
internal static class Notation
{
    public static string Of(ScalePlan plan) => Of(plan.Steps);

    public static string Of(IReadOnlyList<ScaleStep> steps)
    {
        List<(ScaleStep? Step, string[] Helped)> items = [];
        List<string> helped = [];
        string told = "";
        foreach (ScaleStep step in steps)
        {
            string stuck = string.Join(' ', step.Stuck.SelectMany(block => block.Pods).Select(pod => $"!{pod.Ordinal}"));
            if (stuck.Length > 0 && !told.Contains(stuck, StringComparison.Ordinal))
            {
                helped.AddRange(step.Stuck.SelectMany(block => block.Pods).Select(pod => $"!{pod.Ordinal}"));
            }

            told = stuck;
            if (!IsHelpAlone(step))
            {
                items.Add((step, [.. helped]));
                helped.Clear();
            }
        }

        if (helped.Count > 0)
        {
            items.Add((null, [.. helped]));
        }

        return string.Join(" ▸ ", items.Select((item, index) => Of(item, items.ElementAtOrDefault(index + 1))));
    }

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

    /// <summary>What is done by hand to a pod that is there, which no event of the set's own shows.</summary>
    private static bool IsHelpAlone(ScaleStep step) =>
        step.ByHand is { } what && step.Deletes.Count == 0
        && (what.StartsWith("make ", StringComparison.Ordinal) || what.StartsWith("remove ", StringComparison.Ordinal)
            || what.StartsWith("touch ", StringComparison.Ordinal) || what.StartsWith("delete the pod called ", StringComparison.Ordinal));

    private static string Of((ScaleStep? Step, string[] Helped) item, (ScaleStep? Step, string[] Helped) following)
    {
        if (item.Step is not { } step)
        {
            return string.Join(' ', item.Helped);
        }

        ScaleStep? next = following.Step;
        string[] events = [.. step.Creates.Select(pod => $"+{pod.Ordinal}"), .. step.Deletes.Select(pod => $"x{pod.Ordinal}")];
        string[] claims = events.Length > 0 || step.ByHand is not null
            ? []
            : [.. step.Claims.Select(claim => (claim.Outcome == ClaimOutcome.Deleted ? "-c" : "+c") + claim.Pod.Ordinal).Distinct()];
        events = [.. events, .. claims];
        string text = events.Length == 1 ? events[0] : events.Length == 0 ? "" : "{" + string.Join(' ', events) + "}";
        string[] before = [.. item.Helped, .. step.ByHand is null ? Array.Empty<string>() : ["hand"]];

        // What the next step is stuck on is not awaited but fixed.
        string[] awaited = next is null
            ? []
            :
            [
                .. step.Creates.Where(pod => next.WaitsForReady.Contains(pod) && !following.Helped.Contains($"!{pod.Ordinal}")).Select(pod => $"R{pod.Ordinal}"),
                .. step.Deletes.Where(next.WaitsForGone.Contains).Select(pod => $"-{pod.Ordinal}"),
            ];
        return string.Join(' ', [.. before, .. text.Length == 0 ? Array.Empty<string>() : [text], .. awaited]);
    }
}
