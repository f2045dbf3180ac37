using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Planning;

/// <summary>One field that is not what it was.</summary>
/// <param name="Path">The field, from the object on.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it will be; null for nothing.</param>
internal sealed record FieldChange(FieldPath Path, FieldChangeKind Kind, ManifestNode? Before, ManifestNode? After)
{
    /// <summary>Where the user wrote what it will be, or the nearest that is written around it; null where nothing is.</summary>
    public Location? Location { get; init; }
}
