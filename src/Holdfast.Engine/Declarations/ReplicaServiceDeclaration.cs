namespace Holdfast.Engine.Declarations;

/// <summary><c>[ReplicaService]</c> on a member: a Service for each pod.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">What their names begin with, the application's name where the user gave none.</param>
/// <param name="Spec">All else.</param>
internal sealed record ReplicaServiceDeclaration(MemberShape Member, Declared<string> Name, ServiceSpecDeclaration Spec) : MemberDeclaration;
