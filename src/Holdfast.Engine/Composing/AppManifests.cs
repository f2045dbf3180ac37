using System.Collections.Immutable;
using Holdfast.Engine.Composing.Patching;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;

namespace Holdfast.Engine.Composing;

/// <summary>The Kubernetes objects of one application.</summary>
internal static class AppManifests
{
    /// <summary>In the order in which they are applied: what others refer to comes first.</summary>
    /// <param name="app">The declaration.</param>
    /// <param name="context">Receives what cannot be read in the patches, and whether nodes of theirs carry their places.</param>
    public static ImmutableArray<MappingNode> Compose(AppDeclaration app, Reporter context) =>
        Patches.Apply(app.Patches, app.Kind, [.. Parts(app).SelectMany(static part => part.Objects)], context);

    /// <summary>The same objects with their names in code.</summary>
    /// <inheritdoc cref="Compose"/>
    public static ImmutableArray<ManifestPart> ComposeNamed(AppDeclaration app, Reporter context)
    {
        ImmutableArray<ManifestPart>.Builder parts = ImmutableArray.CreateBuilder<ManifestPart>();
        parts.AddRange(Parts(app));

        // A patch changes objects; it neither adds nor removes any.
        ImmutableArray<MappingNode> patched = Patches.Apply(app.Patches, app.Kind, [.. parts.SelectMany(static part => part.Objects)], context);
        int start = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            int count = parts[i].Objects.Length;
            parts[i] = parts[i] with { Objects = patched.Slice(start, count) };
            start += count;
        }

        return parts.ToImmutable();
    }

    private static IEnumerable<ManifestPart> Parts(AppDeclaration app)
    {
        var members = new ManifestMembers();
        if (app.Pod.ServiceAccount is { } account && account.Create.OrDefault(false))
        {
            yield return One(ManifestMembers.ServiceAccount, ServiceAccountComposer.Compose(app, account));
        }

        if (app.Allows.Count > 0)
        {
            yield return One(ManifestMembers.Role, RoleComposer.Role(app));
            yield return One(ManifestMembers.RoleBinding, RoleComposer.Binding(app));
        }

        foreach (MappingNode map in ConfigMaps.Compose(app))
        {
            string name = map.At("metadata", "name").TryGetString(out string? text) ? text : string.Empty;
            yield return One(ConfigMaps.IsOwn(app, name) ? ManifestMembers.ConfigMap : members.OfConfigMap(name), map);
        }

        if (GoverningService.Made(app) is { } headless)
        {
            yield return One(ManifestMembers.HeadlessService, ServiceComposer.Headless(app, headless));
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (ClientServiceDeclaration service in container.ClientServices)
            {
                yield return One(members.OfClientService(container, service.Member), ServiceComposer.Client(app, container, service));
            }

            foreach (ReplicaServiceDeclaration service in container.ReplicaServices)
            {
                yield return new ManifestPart(
                    members.OfReplicaServices(container, service.Member),
                    IsList: true,
                    [.. ReplicaServiceComposer.Compose(app, container, service)]);
            }
        }

        if (app.DisruptionBudget is { } budget)
        {
            yield return One(ManifestMembers.DisruptionBudget, DisruptionBudgetComposer.Compose(app, budget));
        }

        if (app.NetworkPolicy is { } policy)
        {
            yield return One(ManifestMembers.NetworkPolicy, NetworkPolicyComposer.Compose(app, policy));
        }

        yield return One(app.Kind.ToString(), app.Deployment is { } deployment ? DeploymentComposer.Compose(app, deployment) : StatefulSetComposer.Compose(app));
        if (app.Autoscaler is { } autoscaler)
        {
            yield return One(ManifestMembers.Autoscaler, AutoscalerComposer.Compose(app, autoscaler));
        }
    }

    private static ManifestPart One(string member, MappingNode node) => new(member, IsList: false, [node]);
}
