using System.Reflection;
using k8s.Models;

namespace Holdfast.Fuzz.Tests;

/// <summary>The names that code says and those that the manifest says.</summary>
internal static class NameAgreement
{
    private static int NameCount;

    /// <summary>How many names were compared.</summary>
    public static int Names => NameCount;

    public static void Check(Type app, List<object> objects)
    {
        if (objects.OfType<V1Job>().SingleOrDefault() is { } job)
        {
            Same(job.Metadata.Name, ((JobInfo)Workload(app, typeof(IRunOnceApp))).Name);
            Same(job.Metadata.NamespaceProperty, ((JobInfo)Workload(app, typeof(IRunOnceApp))).Namespace);
            return;
        }

        if (objects.OfType<V1CronJob>().SingleOrDefault() is { } cronJob)
        {
            Same(cronJob.Metadata.Name, ((CronJobInfo)Workload(app, typeof(IScheduledApp))).Name);
            return;
        }

        V1PodTemplateSpec template = objects.OfType<V1StatefulSet>().SingleOrDefault()?.Spec.Template ?? objects.OfType<V1Deployment>().Single().Spec.Template;
        string? @namespace = objects.OfType<V1StatefulSet>().SingleOrDefault()?.Metadata.NamespaceProperty ?? objects.OfType<V1Deployment>().SingleOrDefault()?.Metadata.NamespaceProperty;
        if (objects.OfType<V1StatefulSet>().SingleOrDefault() is { } set)
        {
            CheckPods((PodSet)Value(app, "Pods"), set, @namespace, objects);
        }

        foreach (PropertyInfo property in app.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        {
            CheckMember(property, property.GetValue(null), template.Spec, objects);
        }
    }

    private static object Workload(Type app, Type kind) => app.GetInterfaceMap(kind).TargetMethods.Single().Invoke(null, null)!;

    private static void CheckPods(PodSet pods, V1StatefulSet set, string? @namespace, List<object> objects)
    {
        Same(set.Metadata.Name, pods.Set.Name);
        Same(set.Spec.ServiceName, pods.Set.ServiceName);
        Same(@namespace, pods.Set.Namespace);
        int start = set.Spec.Ordinals?.Start ?? 0;

        // An autoscaler moves the number; code knows the least.
        if (set.Spec.Replicas is { } replicas && !objects.OfType<V2HorizontalPodAutoscaler>().Any())
        {
            Assert.Equal(replicas, pods.Count);
        }

        for (int i = 0; i < Math.Min(pods.Count, 50); i++)
        {
            string name = $"{set.Metadata.Name}-{start + i}";
            Same(name, pods[i].Name);
            string host = $"{name}.{set.Spec.ServiceName}";
            Assert.True(pods[i].HostName == host || (@namespace is not null && pods[i].HostName.StartsWith($"{host}.{@namespace}.svc.", StringComparison.Ordinal)), $"{pods[i].HostName} is not {host}.");
        }

        // The Service that the names need is this one, or another's that is only referred to.
        foreach (V1Service service in objects.OfType<V1Service>().Where(service => service.Metadata.Name == set.Spec.ServiceName))
        {
            Same("None", service.Spec.ClusterIP);
            Same(@namespace, service.Metadata.NamespaceProperty);
        }
    }

    private static void CheckMember(PropertyInfo property, object? value, V1PodSpec pod, List<object> objects)
    {
        IEnumerable<V1Container> containers = [.. pod.Containers, .. pod.InitContainers ?? []];
        switch (value)
        {
            case ClaimTemplate claim:
                V1StatefulSet set = objects.OfType<V1StatefulSet>().Single();
                Assert.Contains(set.Spec.VolumeClaimTemplates, template => template.Metadata.Name == claim.Name);
                int start = set.Spec.Ordinals?.Start ?? 0;
                Same($"{claim.Name}-{set.Metadata.Name}-{start}", claim.ClaimName(start));
                if (claim.MountPath is { } path)
                {
                    Assert.Contains(containers, container => container.VolumeMounts?.Any(mount => mount.Name == claim.Name && mount.MountPath == path) == true || container.VolumeDevices?.Any(device => device.DevicePath == path) == true);
                }

                break;
            case ExistingClaim claim:
                Assert.Contains(pod.Volumes, volume => volume.PersistentVolumeClaim?.ClaimName == claim.ClaimName);
                break;
            case Volume volume:
                Assert.Contains(pod.Volumes, declared => declared.Name == volume.Name);
                break;
            case ServicePort port:
                V1ContainerPort found = Assert.Single(containers.SelectMany(static container => container.Ports ?? []), declared => declared.Name == port.Name);
                Assert.Equal(port.Number, found.ContainerPort);
                Same(found.Protocol ?? "TCP", port.Protocol.ToString().ToUpperInvariant());
                break;
            case Service service:
                V1Service declaredService = Assert.Single(objects.OfType<V1Service>(), declared => declared.Metadata.Name == service.Name);
                Same(declaredService.Metadata.NamespaceProperty, service.Workload.Namespace);
                break;
            case ReplicaServices members:
                Assert.All(members.Set.Pods.Take(50), member => Assert.Contains(objects.OfType<V1Service>(), declared => declared.Metadata.Name == members[member].Name));
                break;
            case string text:
                CheckText(property, text, containers);
                break;
            default:
                return;
        }

        Interlocked.Increment(ref NameCount);
    }

    /// <summary>Lists of peers and addresses, in code and in the environment of the application's container.</summary>
    private static void CheckText(PropertyInfo property, string text, IEnumerable<V1Container> containers)
    {
        foreach (CustomAttributeData attribute in property.CustomAttributes.Where(static attribute => attribute.AttributeType.Name is nameof(PeerListAttribute) or nameof(AddressOfAttribute)))
        {
            if (attribute.NamedArguments.FirstOrDefault(static argument => argument.MemberName == "Env").TypedValue.Value is string name
                && !attribute.NamedArguments.Any(static argument => argument.MemberName == "Environment"))
            {
                V1EnvVar variable = Assert.Single(containers.First().Env, variable => variable.Name == name);

                // "$$(" is how Kubernetes writes "$(" that is not a reference.
                Same(variable.Value.Replace("$$", "$", StringComparison.Ordinal), text.Replace("$$", "$", StringComparison.Ordinal));
            }
        }
    }

    private static object Value(Type app, string member) => app.GetProperty(member, BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;

    private static void Same(string? expected, string? actual)
    {
        Assert.Equal(expected, actual);
        Interlocked.Increment(ref NameCount);
    }
}
