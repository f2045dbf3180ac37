using System.Collections.Immutable;
using Holdfast.Engine.Composing.Patching;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;

namespace Holdfast.Engine.Composing;

/// <summary>The Kubernetes objects of one application.</summary>
internal static class AppManifests
{
    /// <summary>In the order in which they are applied: what others refer to comes first.</summary>
    /// <param name="app">The declaration.</param>
    /// <param name="context">Receives what cannot be read in the patches, and whether nodes of theirs carry their places.</param>
    public static ImmutableArray<MappingNode> Compose(AppDeclaration app, Reporter context) =>
        [.. ComposeNamed(app, context).SelectMany(static part => part.Objects)];

    /// <summary>The same objects with their names in code.</summary>
    /// <inheritdoc cref="Compose"/>
    public static ImmutableArray<ManifestPart> ComposeNamed(AppDeclaration app, Reporter context)
    {
        var members = new ManifestMembers();
        ImmutableArray<ManifestPart>.Builder parts = ImmutableArray.CreateBuilder<ManifestPart>();
        parts.AddRange(Parts(app, members));
        if (app.Manifests.Count > 0 || app.Patches.Count > 0 || app.Kind == WorkloadKind.Job)
        {
            Complete(app, members, parts, context);
        }

        if (parts[0].Member == ManifestMembers.Namespace)
        {
            parts[0] = One(ManifestMembers.Namespace, NamespaceComposer.Secure(parts[0].Objects[0], [.. parts.SelectMany(static part => part.Objects)]));
        }

        return parts.ToImmutable();
    }

    private static void Complete(AppDeclaration app, ManifestMembers members, ImmutableArray<ManifestPart>.Builder parts, Reporter context)
    {
        ImmutableArray<MappingNode> made = [.. parts.SelectMany(static part => part.Objects)];
        ImmutableArray<MappingNode> further = FurtherObjects.Compose(app, made, context);

        // A patch changes objects; it neither adds nor removes any.
        ImmutableArray<MappingNode> patched = JobNames.Apply(app, Patches.Apply(app.Patches, app.Kind, [.. made, .. further], made.Length, context));
        int start = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            int count = parts[i].Objects.Length;
            parts[i] = parts[i] with { Objects = patched.Slice(start, count) };
            start += count;
        }

        foreach (MappingNode node in patched.Slice(start, further.Length))
        {
            string name = node.At("metadata", "name").TryGetString(out string? text) ? text : string.Empty;
            parts.Insert(ApplyOrder.PlaceOf(node, parts), One(members.OfObject(name, ObjectView.KindOf(node)), node));
        }
    }

    private static List<ManifestPart> Parts(AppDeclaration declared, ManifestMembers members)
    {
        var found = new List<ManifestPart>();
        AppDeclaration app = ConfigMaps.WithImmutable(declared);
        if (NamespaceComposer.Compose(app) is { } space)
        {
            found.Add(One(ManifestMembers.Namespace, space));
        }

        if (app.Pod.ServiceAccount is { } account && account.Create.OrDefault(false))
        {
            found.Add(One(ManifestMembers.ServiceAccount, ServiceAccountComposer.Compose(app, account)));
        }

        if (RoleComposer.IsMade(app))
        {
            found.Add(One(ManifestMembers.Role, RoleComposer.Role(app)));
            found.Add(One(ManifestMembers.RoleBinding, RoleComposer.Binding(app)));
        }

        foreach (MappingNode map in ConfigMaps.Compose(app))
        {
            string name = map.At("metadata", "name").TryGetString(out string? text) ? text : string.Empty;
            found.Add(One(ConfigMaps.IsOwn(app, name) ? ManifestMembers.ConfigMap : members.OfConfigMap(ConfigMaps.DeclaredName(app, name)), map));
        }

        if (GoverningService.Made(app) is { } headless)
        {
            found.Add(One(ManifestMembers.HeadlessService, ServiceComposer.Headless(app, headless)));
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            foreach (ClientServiceDeclaration service in container.ClientServices)
            {
                found.Add(One(members.OfClientService(container, service.Member), ServiceComposer.Client(app, container, service)));
            }

            foreach (ReplicaServiceDeclaration service in container.ReplicaServices)
            {
                found.Add(new ManifestPart(
                    members.OfReplicaServices(container, service.Member),
                    IsList: true,
                    [.. ReplicaServiceComposer.Compose(app, container, service)]));
            }
        }

        if (app.DisruptionBudget is { } budget)
        {
            found.Add(One(ManifestMembers.DisruptionBudget, DisruptionBudgetComposer.Compose(app, budget)));
        }

        if (app.NetworkPolicy is { } policy)
        {
            found.Add(One(ManifestMembers.NetworkPolicy, NetworkPolicyComposer.Compose(app, policy)));
        }

        found.Add(One(app.Kind.ToString(), Workload(app)));
        if (app.Autoscaler is { } autoscaler)
        {
            found.Add(One(ManifestMembers.Autoscaler, AutoscalerComposer.Compose(app, autoscaler)));
        }

        if (app.Containers.Any(static container => container.Members.Any(HasMore)))
        {
            AddRoutes(app, members, found);
        }

        return found;
    }

    /// <summary>Few applications have any.</summary>
    private static void AddRoutes(AppDeclaration app, ManifestMembers members, List<ManifestPart> found)
    {
        foreach ((ContainerDeclaration container, MemberShape member, MappingNode ingress) in IngressComposer.Compose(app))
        {
            found.Add(One(members.OfIngress(container, member), ingress));
        }

        foreach ((ContainerDeclaration container, MemberShape member, MappingNode route) in HttpRouteComposer.Compose(app))
        {
            found.Add(One(members.OfHttpRoute(container, member), route));
        }

        foreach ((string? name, MappingNode monitor) in MonitorComposer.Compose(app))
        {
            found.Add(One(name is null ? ObjectView.KindOf(monitor) : members.OfObject(name, ObjectView.KindOf(monitor)), monitor));
        }
    }

    private static MappingNode Workload(AppDeclaration app) => app switch
    {
        { Deployment: { } deployment } => DeploymentComposer.Compose(app, deployment),
        { Job: { } job } => JobComposer.Compose(app, job),
        _ => StatefulSetComposer.Compose(app),
    };

    /// <summary>Whether a member has routes or monitors, which few do.</summary>
    private static bool HasMore(MemberDeclaration member) => member switch
    {
        ClientServiceDeclaration service => service.Ingresses.Count + service.HttpRoutes.Count > 0,
        PortDeclaration port => port.Monitors.Count > 0,
        _ => false,
    };

    private static ManifestPart One(string member, MappingNode node) => new(member, IsList: false, [node]);
}
