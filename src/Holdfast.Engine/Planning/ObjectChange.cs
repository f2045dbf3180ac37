using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Planning;

/// <summary>One object that is not what it was.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Before">The object as it is; null where there is none.</param>
/// <param name="After">The object as it will be; null where there is none.</param>
/// <param name="Fields">The fields that differ; none where the object comes or goes.</param>
internal sealed record ObjectChange(ObjectChangeKind Kind, MappingNode? Before, MappingNode? After, ImmutableArray<FieldChange> Fields)
{
    /// <summary>Fields that are filled in elsewhere, so that nothing is known of their change.</summary>
    public ImmutableArray<FieldPath> Unknown { get; init; } = [];

    /// <summary>The object, or what is left of it.</summary>
    public MappingNode Node => After ?? Before!;

    public string KindName => ObjectView.KindOf(Node);

    public string Name => Node.At("metadata", "name").TryGetString(out string? name) ? name : "?";

    /// <summary>The namespace that the manifests say; null where they say none.</summary>
    public string? Namespace => Node.At("metadata", "namespace").TryGetString(out string? name) ? name : null;

    /// <summary>Where its name is written.</summary>
    public Location? Location => Node.At("metadata", "name")?.Location ?? Node.Location;

    /// <summary>The object for messages: <c>StatefulSet shop/orders</c>.</summary>
    public override string ToString() => KindName + " " + (Namespace is { } space ? space + "/" : string.Empty) + Name;
}
