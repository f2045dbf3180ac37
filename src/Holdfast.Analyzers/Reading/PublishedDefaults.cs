using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Reading;

/// <summary>What an image that the project publishes makes of a declaration that says nothing else.</summary>
internal static class PublishedDefaults
{
    public static ContainerDeclaration Apply(ContainerDeclaration container, PublishedImageDeclaration published)
    {
        container = container with { Published = published };
        return published.HttpPort is not { } number
            ? container
            : container.WithMembers(member => member is PortDeclaration { Number.State: DeclaredState.Absent } port
                ? port with { Number = Declared<int>.Known(number, port.Member.Location) }
                : member);
    }
}
