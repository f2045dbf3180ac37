using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Reads another application as far as addresses are made of it: names, numbers, ports, Services and peer lists. Whatever
/// else changes in it changes nothing here. Its own references are not followed, so two may refer to each other.
/// </summary>
internal static class ReferencedAppReader
{
    /// <summary>As much as it takes to select its pods: name and namespace.</summary>
    public static AppReference ReadName(INamedTypeSymbol type, INamedTypeSymbol owner, ReadContext context)
    {
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return new AppReference(type.Name, IsApp: false, IsOfThisProject: false, Declared<string>.Unknown(null), default);
        }

        AttributeArguments arguments = DeclaredAttributes.Declaration(type, declaration, context.ForReferenced());
        return new AppReference(
            type.Name,
            IsApp: true,
            IsOfThisProject(type, owner),
            arguments.String("Name").Or(MemberNames.ToKebabCase(type.Name), null),
            arguments.String("Namespace"))
        {
            Selectors = DeclaredAttributes.Of(type, context.ForReferenced())
                .Where(static attribute => attribute.Name == AttributeNames.Selector)
                .Select(static attribute => AppReader.ReadSelector(attribute.Arguments))
                .ToEquatableArray(),
        };
    }

    /// <summary>Whether properties of the build are for the other one, too.</summary>
    public static bool IsOfThisProject(INamedTypeSymbol type, INamedTypeSymbol owner) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, owner.ContainingAssembly);

    /// <summary>The other application; null where the type is none.</summary>
    public static AppDeclaration? Read(INamedTypeSymbol type, ReadContext context)
    {
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return null;
        }

        AppDeclaration app = AppReader.Read(type, declaration, context.ForReferenced());
        return new AppDeclaration
        {
            Type = Type(app.Type.Name),
            Name = app.Name,
            Deployment = app.Deployment is null ? null : new DeploymentDeclaration(),
            Job = app.Job is null ? null : new JobDeclaration { Schedule = app.Job.Schedule is null ? null : new ScheduleDeclaration() },
            Replicas = app.Replicas,
            OrdinalStart = app.OrdinalStart,
            Namespace = app.Namespace,
            ClusterDomain = app.ClusterDomain,
            ServiceName = app.ServiceName,
            HeadlessService = app.HeadlessService is { } headless ? new(headless.Name, default, new(default, default)) : null,
            Container = Container(app.Container),
            MoreContainers = app.MoreContainers
                .Where(static container => container.Ports.Count + container.ClientServices.Count + container.PeerLists.Count > 0)
                .Select(Container)
                .ToEquatableArray(),
        };
    }

    private static ContainerDeclaration Container(ContainerDeclaration container) => new()
    {
        Type = container.Type is { } type ? Type(type.Name) : null,
        Members = container.Members
            .Select(static member => member switch
            {
                PortDeclaration port => new PortDeclaration(Shape(port), port.Number, default, default, port.ServicePort, default, default, default),
                ClientServiceDeclaration service => new ClientServiceDeclaration(Shape(service), service.Name, ServiceSpecDeclaration.OfPorts(service.Spec.Ports)),
                PeerListDeclaration list => new PeerListDeclaration(Shape(list), default, list.Each, list.Separator),
                _ => (MemberDeclaration?)null,
            })
            .OfType<MemberDeclaration>()
            .ToEquatableArray(),
    };

    private static TypeShape Type(string name) =>
        new(string.Empty, EquatableArray<string>.Empty, string.Empty, name, name, EquatableArray<string>.Empty, CanGenerate: false);

    private static MemberShape Shape(MemberDeclaration member) => new(member.Member.Name, string.Empty, string.Empty, CanImplement: false);
}
