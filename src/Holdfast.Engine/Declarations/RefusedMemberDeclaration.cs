namespace Holdfast.Engine.Declarations;

/// <summary>A member that the kind of workload cannot have: implemented, so that code about it compiles, and nothing else.</summary>
/// <param name="Member">The member.</param>
/// <param name="TypeName">The type that the member must have.</param>
/// <param name="Attribute">The attribute as it is written, <c>[VolumeClaim]</c>.</param>
/// <param name="For">The kinds that can have it, as a message says it.</param>
internal sealed record RefusedMemberDeclaration(MemberShape Member, string TypeName, string Attribute, string For);
