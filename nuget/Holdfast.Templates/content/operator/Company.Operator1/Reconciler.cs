using k8s;
using k8s.Models;

namespace Company.Operator1;

/// <summary>Makes the cluster look as a <see cref="DemoAppResource"/> says.</summary>
public sealed class Reconciler(IKubernetes client)
{
    private const string Manager = "demo-app-operator";

    /// <summary>The objects of a resource: the declared ones with what the resource decides.</summary>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Desired(DemoAppResource resource)
    {
        // Each call makes new objects, so they can be changed.
        IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects = DemoApp.Manifests.All;
        foreach (IKubernetesObject<V1ObjectMeta> item in objects)
        {
            item.Metadata.NamespaceProperty = resource.Metadata.NamespaceProperty;

            // The garbage collector deletes them with their owner. It keeps the claims: the set owns those, by its own policy.
            item.Metadata.OwnerReferences =
            [
                new V1OwnerReference
                {
                    ApiVersion = resource.ApiVersion,
                    Kind = resource.Kind,
                    Name = resource.Metadata.Name,
                    Uid = resource.Metadata.Uid,
                    Controller = true,
                },
            ];

            if (item is V1StatefulSet set)
            {
                set.Spec.Replicas = resource.Spec.Replicas ?? set.Spec.Replicas;
                set.Spec.Template.Spec.Containers[0].Image = resource.Spec.Image ?? set.Spec.Template.Spec.Containers[0].Image;
            }
        }

        return objects;
    }

    /// <summary>The resources of all namespaces, without those that are being deleted.</summary>
    public async Task<IReadOnlyList<DemoAppResource>> ListAsync(CancellationToken cancellationToken)
    {
        DemoAppResourceList list = await client.CustomObjects.ListClusterCustomObjectAsync<DemoAppResourceList>(
            DemoAppResource.Group, DemoAppResource.Version, DemoAppResource.Plural, cancellationToken: cancellationToken);
        return [.. list.Items.Where(item => item.Metadata.DeletionTimestamp is null)];
    }

    /// <summary>Applies the objects of a resource.</summary>
    public async Task ReconcileAsync(DemoAppResource resource, CancellationToken cancellationToken)
    {
        foreach (IKubernetesObject<V1ObjectMeta> item in Desired(resource))
        {
            await ApplyAsync(item, cancellationToken);
        }
    }

    private Task ApplyAsync(IKubernetesObject<V1ObjectMeta> item, CancellationToken cancellationToken)
    {
        var patch = new V1Patch(item, V1Patch.PatchType.ApplyPatch);
        (string name, string space) = (item.Metadata.Name, item.Metadata.NamespaceProperty);
        return item switch
        {
            V1StatefulSet => client.AppsV1.PatchNamespacedStatefulSetAsync(patch, name, space, fieldManager: Manager, force: true, cancellationToken: cancellationToken),
            V1Service => client.CoreV1.PatchNamespacedServiceAsync(patch, name, space, fieldManager: Manager, force: true, cancellationToken: cancellationToken),
            V1PodDisruptionBudget => client.PolicyV1.PatchNamespacedPodDisruptionBudgetAsync(patch, name, space, fieldManager: Manager, force: true, cancellationToken: cancellationToken),

            // An attribute that makes another kind of object needs a line here, and a rule in deploy/operator.yaml.
            _ => throw new NotSupportedException($"The operator cannot apply a {item.Kind}."),
        };
    }
}
