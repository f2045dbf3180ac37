namespace Holdfast.Tests.Scaling;

/// <summary>
/// The notation in which the controller was observed: <c>+0</c> pod created, <c>R0</c> Ready, <c>x0</c> deletion begins,
/// <c>-0</c> gone, <c>▸</c> the next waits for the previous, <c>{…}</c> no order among them.
/// </summary>
internal static class Notation
{
    public static string Of(IReadOnlyList<ScaleStep> steps) =>
        string.Join(" ▸ ", steps.Select((step, index) => Of(step, steps.ElementAtOrDefault(index + 1))));

    private static string Of(ScaleStep step, ScaleStep? next)
    {
        string[] events = [.. step.Creates.Select(pod => $"+{pod.Ordinal}"), .. step.Deletes.Select(pod => $"x{pod.Ordinal}")];
        string text = events.Length == 1 ? events[0] : "{" + string.Join(' ', events) + "}";
        string[] awaited = next is null
            ? []
            :
            [
                .. step.Creates.Where(next.WaitsForReady.Contains).Select(pod => $"R{pod.Ordinal}"),
                .. step.Deletes.Where(next.WaitsForGone.Contains).Select(pod => $"-{pod.Ordinal}"),
            ];
        return awaited.Length == 0 ? text : text + " " + string.Join(' ', awaited);
    }
}
