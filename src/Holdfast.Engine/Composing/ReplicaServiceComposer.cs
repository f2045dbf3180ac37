using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>Services that lead to one pod each.</summary>
internal static class ReplicaServiceComposer
{
    /// <remarks>A port of the nodes belongs to one Service, so none is fixed here.</remarks>
    public static IEnumerable<MappingNode> Compose(AppDeclaration app, ContainerDeclaration container, ReplicaServiceDeclaration service)
    {
        int start = DeclaredReplicas.Start(app);
        for (int index = 0; index < DeclaredReplicas.Listed(app); index++)
        {
            int ordinal = start + index;
            MappingNode selector = new MappingBuilder().Add(KubernetesLabels.PodName, PodName(app, ordinal)).Build();
            yield return ServiceComposer.Service(
                app,
                service.Name.TryGet(out string? name)
                    ? Declared<string>.Known(KubernetesNames.Pod(name, ordinal), service.Name.Location)
                    : service.Name,
                ManifestTarget.ClientServices,
                ServiceSpecComposer.Compose(app, container, service.Spec, selector, fixedNodePorts: false),
                service.Fields);
        }
    }

    private static ManifestNode PodName(AppDeclaration app, int ordinal) => app.Name.TryGet(out string? name)
        ? ScalarNode.String(KubernetesNames.Pod(name, ordinal), app.Name.Location)
        : new UnknownNode(app.Name.Location);
}
