using System.Globalization;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A PodDisruptionBudget.</summary>
internal sealed class DisruptionBudgetView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "PodDisruptionBudget";

    public const string ApiVersion = "policy/v1";

    private const int WholePercent = 100;

    public ManifestNode? Selector => Node.At("spec", "selector");

    public ManifestNode? MinAvailable => Node.At("spec", "minAvailable");

    public ManifestNode? MaxUnavailable => Node.At("spec", "maxUnavailable");

    /// <summary>The place that says how many: one of the two values, or the budget where there is neither.</summary>
    public ManifestNode? Amount => MaxUnavailable ?? MinAvailable ?? Node["spec"] ?? Node;

    /// <summary>Whether it is for the pods of an object; null where that is not known.</summary>
    public bool? Selects(PodOwnerView owner) => IsInNamespaceOf(owner) is { } isThere
        ? isThere ? LabelSelector.Selects(Selector, owner.PodLabels) : false
        : null;

    /// <summary>
    /// How many of so many healthy pods may be evicted, as the controller counts: a share is rounded up, and without a value
    /// it is none. Null where that is not known.
    /// </summary>
    public long? Allowed(long replicas)
    {
        if (MaxUnavailable is { } away)
        {
            return Count(away, replicas) is { } most ? Math.Min(most, replicas) : null;
        }

        if (MinAvailable is { } staying)
        {
            return Count(staying, replicas) is { } least ? Math.Max(replicas - least, 0) : null;
        }

        return Node["spec"] is UnknownNode ? null : 0;
    }

    private static long? Count(ManifestNode amount, long replicas)
    {
        if (amount.TryGetInteger(out long number))
        {
            return number;
        }

        return amount.TryGetString(out string? text)
            && text.EndsWith("%", StringComparison.Ordinal)
            && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int percent)
            && percent <= WholePercent
                ? ((percent * replicas) + WholePercent - 1) / WholePercent
                : null;
    }
}
