using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>What a member declares; there is a class for each kind of thing that a member can be.</summary>
internal abstract record MemberDeclaration
{
    public abstract MemberShape Member { get; init; }

    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }
}
