using System.Collections.Immutable;
using Holdfast.Analyzers.Composing.Patching;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;

namespace Holdfast.Analyzers.Composing;

/// <summary>The Kubernetes objects of one application.</summary>
internal static class AppManifests
{
    /// <summary>In the order in which they are applied: what others refer to comes first.</summary>
    /// <param name="app">The declaration.</param>
    /// <param name="context">Is told what of the patches cannot be read, and whether nodes of theirs carry their places.</param>
    public static ImmutableArray<MappingNode> Compose(AppDeclaration app, ReadContext context)
    {
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        if (app.Pod.ServiceAccount is { } account && account.Create.OrDefault(false))
        {
            objects.Add(ServiceAccountComposer.Compose(app, account));
        }

        objects.AddRange(ConfigMaps.Compose(app));
        if (GoverningService.Made(app) is { } headless)
        {
            objects.Add(ServiceComposer.Headless(app, headless));
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (ClientServiceDeclaration service in container.ClientServices)
            {
                objects.Add(ServiceComposer.Client(app, container, service));
            }

            foreach (MemberServiceDeclaration service in container.MemberServices)
            {
                objects.AddRange(MemberServiceComposer.Compose(app, container, service));
            }
        }

        if (app.DisruptionBudget is { } budget)
        {
            objects.Add(DisruptionBudgetComposer.Compose(app, budget));
        }

        if (app.NetworkPolicy is { } policy)
        {
            objects.Add(NetworkPolicyComposer.Compose(app, policy));
        }

        objects.Add(app.Deployment is { } deployment ? DeploymentComposer.Compose(app, deployment) : StatefulSetComposer.Compose(app));
        if (app.Autoscaler is { } autoscaler)
        {
            objects.Add(AutoscalerComposer.Compose(app, autoscaler));
        }

        return Patches.Apply(app.Patches, app.Kind, objects.ToImmutable(), context);
    }
}
