namespace Holdfast.Benchmarks.Sources;

/// <summary>Code that makes objects with KubernetesClient, as an operator does: parts that other methods make, names that are computed.</summary>
internal static class ClientCodeSources
{
    /// <summary>As many files as make so many lines.</summary>
    public static IEnumerable<string> Lines(int count)
    {
        int lines = File(0).Split('\n').Length;
        return Enumerable.Range(0, (count + lines - 1) / lines).Select(File);
    }

    private static string File(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using k8s.Models;

        namespace Shop.Operators;

        /// <summary>Settings of store {{number}}.</summary>
        public sealed record StoreSettings{{number}}(string Name, int Replicas, string Size, bool IsPublic, IReadOnlyDictionary<string, string> Variables);

        /// <summary>Makes what store {{number}} needs in a cluster.</summary>
        public sealed class StoreOperator{{number}}
        {
            private const int Port = {{9000 + number}};

            public async Task ReconcileAsync(StoreSettings{{number}} settings, Func<object, Task> apply)
            {
                string peers = $"{settings.Name}-peers";
                V1Service service = Governing(peers, settings.Name);
                if (settings.IsPublic)
                {
                    service.Metadata.Annotations = new Dictionary<string, string> { ["example.com/public"] = "true" };
                }

                await apply(service);
                await apply(Set(settings, peers));
                await apply(Budget(settings));
                await apply(new V1ConfigMap
                {
                    Metadata = Metadata($"{settings.Name}-settings", settings.Name),
                    Data = new Dictionary<string, string> { ["store.json"] = "{\"port\": {{9000 + number}}}", ["level"] = "info" },
                });
            }

            private static V1Service Governing(string name, string app) => new()
            {
                Metadata = Metadata(name, app),
                Spec = new V1ServiceSpec
                {
                    ClusterIP = "None",
                    PublishNotReadyAddresses = true,
                    Selector = Labels(app),
                    Ports = [new V1ServicePort { Name = "store", Port = Port }],
                },
            };

            private static V1StatefulSet Set(StoreSettings{{number}} settings, string service)
            {
                var set = new V1StatefulSet
                {
                    Metadata = Metadata(settings.Name, settings.Name),
                    Spec = new V1StatefulSetSpec
                    {
                        ServiceName = service,
                        Replicas = settings.Replicas,
                        Selector = new V1LabelSelector { MatchLabels = Labels(settings.Name) },
                        Template = new V1PodTemplateSpec
                        {
                            Metadata = new V1ObjectMeta { Labels = Labels(settings.Name) },
                            Spec = Pods(settings),
                        },
                        VolumeClaimTemplates =
                        [
                            new V1PersistentVolumeClaim
                            {
                                Metadata = new V1ObjectMeta { Name = "data" },
                                Spec = new V1PersistentVolumeClaimSpec
                                {
                                    AccessModes = ["ReadWriteOnce"],
                                    Resources = new V1VolumeResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new(settings.Size) } },
                                },
                            },
                        ],
                    },
                };
                set.Spec.Template.Metadata.Annotations = new Dictionary<string, string> { ["example.com/store"] = settings.Name };
                return set;
            }

            private static V1PodSpec Pods(StoreSettings{{number}} settings)
            {
                V1Container container = Container(settings);
                foreach (KeyValuePair<string, string> variable in settings.Variables)
                {
                    container.Env.Add(new V1EnvVar { Name = variable.Key, Value = variable.Value });
                }

                return new V1PodSpec
                {
                    TerminationGracePeriodSeconds = 60,
                    Containers = [container],
                    Volumes = [new V1Volume { Name = "settings", ConfigMap = new V1ConfigMapVolumeSource { Name = $"{settings.Name}-settings" } }],
                };
            }

            private static V1Container Container(StoreSettings{{number}} settings) => new()
            {
                Name = "store",
                Image = "registry.example.org/store:1.{{number}}",
                Args = ["--port", "{{9000 + number}}", "--name", settings.Name],
                Env = new List<V1EnvVar> { new() { Name = "STORE_PORT", Value = "{{9000 + number}}" } },
                Ports = [new V1ContainerPort { Name = "store", ContainerPort = Port }],
                VolumeMounts = [new V1VolumeMount { Name = "data", MountPath = "/data" }, new V1VolumeMount { Name = "settings", MountPath = "/etc/store" }],
                ReadinessProbe = new V1Probe { TcpSocket = new V1TCPSocketAction { Port = Port }, PeriodSeconds = 5 },
                Resources = new V1ResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("250m"), ["memory"] = new("512Mi") } },
            };

            private static V1PodDisruptionBudget Budget(StoreSettings{{number}} settings) => new()
            {
                Metadata = Metadata(settings.Name, settings.Name),
                Spec = new V1PodDisruptionBudgetSpec { MaxUnavailable = 1, Selector = new V1LabelSelector { MatchLabels = Labels(settings.Name) } },
            };

            private static V1ObjectMeta Metadata(string name, string app) => new() { Name = name, Labels = Labels(app) };

            private static Dictionary<string, string> Labels(string app) => new() { ["app"] = app, ["example.com/kind"] = "store-{{number}}" };
        }

        """;
}
