using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations.Facts;

/// <summary>Which ports a Service offers.</summary>
internal static class OfferedPorts
{
    /// <summary>Those it names, or else all of the container, or of the pod for the application's own.</summary>
    public static IEnumerable<PortDeclaration> Of(AppDeclaration app, ContainerDeclaration container, ServiceSpecDeclaration spec) =>
        spec.Ports.TryGet(out EquatableArray<string> members)
            ? members.Select(member => app.Ports.FirstOrDefault(port => port.Member.Name == member)).OfType<PortDeclaration>()
            : container.Type is null ? app.Ports : container.Ports;
}
