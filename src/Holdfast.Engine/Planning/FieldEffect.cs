namespace Holdfast.Engine.Planning;

/// <summary>What applying one change does.</summary>
/// <param name="Kind">The kind of effect.</param>
/// <param name="Consequence">What happens in the cluster, as the rest of a sentence about the field.</param>
internal sealed record FieldEffect(EffectKind Kind, string Consequence)
{
    /// <summary>What to do; null where there is nothing to do.</summary>
    public string? Advice { get; init; }

    /// <summary>The rule that reports the same in a project; null where none does.</summary>
    public string? RuleId { get; init; }
}
