using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Declarations;

/// <summary>A partial property that the user declared and the generator implements.</summary>
/// <param name="Name">Its name without a leading <c>@</c>.</param>
/// <param name="Modifiers">Its modifiers as written, <c>public static partial</c>: both halves must have the same.</param>
/// <param name="Documentation">The user's own documentation comment, line by line as written; empty where there is none.</param>
/// <param name="CanImplement">Whether it has the form that can be implemented; otherwise it is skipped.</param>
internal sealed record MemberShape(string Name, string Modifiers, string Documentation, bool CanImplement)
{
    /// <summary>The identifier's place; no part of equality.</summary>
    public Location? Location { get; init; }

    public bool Equals(MemberShape? other) =>
        other is not null
        && Name == other.Name
        && Modifiers == other.Modifiers
        && Documentation == other.Documentation
        && CanImplement == other.CanImplement;

    public override int GetHashCode() => Name.GetHashCode();
}
