using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>The Services of an application.</summary>
internal static class ServiceComposer
{
    /// <summary>The governing headless Service: no cluster address, every port named, replicas listed before they are ready.</summary>
    public static MappingNode Headless(AppDeclaration app, Declared<string> name)
    {
        MappingBuilder spec = new MappingBuilder()
            .Add("clusterIP", "None")
            .Add("ipFamilyPolicy", app.HeadlessService?.IpFamilies.Policy ?? default)
            .Add("ipFamilies", Nodes.NonEmpty(app.HeadlessService?.IpFamilies.Families ?? default))
            .Add("publishNotReadyAddresses", (app.HeadlessService?.PublishNotReadyAddresses ?? default).Or(true, null))
            .Add("selector", ObjectMetadata.Selector(app))
            .Add("ports", app.Ports, Port);
        return Service(app, name, ManifestTarget.HeadlessService, spec, app.Container.Fields);
    }

    /// <summary>A Service with its own address, for clients.</summary>
    public static MappingNode Client(AppDeclaration app, ContainerDeclaration container, ClientServiceDeclaration service) =>
        Service(app, service.Name, ManifestTarget.ClientServices, ServiceSpecComposer.Compose(app, container, service.Spec, ObjectMetadata.Selector(app), fixedNodePorts: true), service.Fields);

    public static MappingNode Service(AppDeclaration app, Declared<string> name, ManifestTarget target, MappingBuilder spec, EquatableArray<FieldValue> fields) => new MappingBuilder()
        .Add("apiVersion", ServiceView.ApiVersion)
        .Add("kind", ServiceView.Kind)
        .Add("metadata", ObjectMetadata.Of(app, name, target))
        .Add("spec", FieldValues.Put(spec.Build(), FieldPlace.Service, fields))
        .Build(name.Location);

    private static ManifestNode Port(PortDeclaration port) => new MappingBuilder()
        .Add("name", port.Name)
        .Add("port", port.Number)
        .Add("protocol", port.Protocol)
        .Add("appProtocol", port.AppProtocol)
        .Build(port.Member.Location);
}
