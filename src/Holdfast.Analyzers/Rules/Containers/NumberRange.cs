using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>The range of the numbers at the end of a path.</summary>
/// <param name="PathEnd">The last fields of the path; <c>*</c> stands for an item of a list.</param>
/// <param name="Min">The lowest number.</param>
/// <param name="Max">The highest number.</param>
internal sealed record NumberRange(string[] PathEnd, long Min, long Max)
{
    /// <summary>The highest percentage, unless it may be of more than there is.</summary>
    public long MaxPercent { get; init; } = 100;

    /// <summary>The highest number for a value, which may be a percentage.</summary>
    public long MaxFor(ScalarNode scalar) => scalar.Kind == ScalarKind.String ? MaxPercent : Max;
}
