using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Analyzers.Reading;

/// <summary>A member that is to be read, and what its reader may need.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Property">The member.</param>
/// <param name="Arguments">The arguments of the attribute that says so.</param>
/// <param name="Container">The container that its type declares, without members.</param>
/// <param name="AppName">The name of the application.</param>
/// <param name="Context">What is asked for.</param>
internal sealed record MemberReading(
    MemberKind Kind,
    DeclaredMember Property,
    AttributeArguments Arguments,
    ContainerDeclaration Container,
    Declared<string> AppName,
    ReadContext Context)
{
    /// <summary>Reads the form of the member, and reports what is wrong with it.</summary>
    public MemberShape ReadShape() => MemberShapeReader.Read(Property, Kind.PropertyType, Context);
}
