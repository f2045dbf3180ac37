namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>An operator's code with nothing wrong in it, which tests change in one thing.</summary>
internal static class Shop
{
    /// <param name="change">Statements after all objects are made.</param>
    public static string With(string change) => KubernetesCode.Usings + $$"""
        static class Operator
        {
            static void Make(string text)
            {
                var container = new V1Container
                {
                    Name = "orders",
                    Image = "orders:1.0",
                    Ports = [new() { Name = "http", ContainerPort = 8080 }],
                    ReadinessProbe = new() { HttpGet = new() { Path = "/ready", Port = "http" }, PeriodSeconds = 5 },
                    VolumeMounts = [new() { Name = "data", MountPath = "/data" }],
                    Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = "1", ["memory"] = "1Gi" } },
                    SecurityContext = new() { ReadOnlyRootFilesystem = true },
                };
                var template = new V1PersistentVolumeClaim
                {
                    Metadata = new() { Name = "data" },
                    Spec = new()
                    {
                        AccessModes = ["ReadWriteOncePod"],
                        Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = "10Gi" } },
                    },
                };
                var set = new V1StatefulSet
                {
                    Metadata = new() { Name = "orders" },
                    Spec = new()
                    {
                        ServiceName = "orders",
                        Replicas = 3,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                            Spec = new()
                            {
                                Containers = [container],
                                TerminationGracePeriodSeconds = 60,
                                SecurityContext = new() { RunAsNonRoot = true, FsGroup = 1000 },
                                TopologySpreadConstraints =
                                [
                                    new()
                                    {
                                        MaxSkew = 1,
                                        TopologyKey = "kubernetes.io/hostname",
                                        WhenUnsatisfiable = "ScheduleAnyway",
                                        LabelSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                                    },
                                ],
                            },
                        },
                        VolumeClaimTemplates = [template],
                    },
                };
                var service = new V1Service
                {
                    Metadata = new() { Name = "orders" },
                    Spec = new()
                    {
                        ClusterIP = "None",
                        PublishNotReadyAddresses = true,
                        Selector = new Dictionary<string, string> { ["app"] = "orders" },
                        Ports = [new() { Name = "http", Port = 8080 }],
                    },
                };
                var front = new V1Service
                {
                    Metadata = new() { Name = "front" },
                    Spec = new()
                    {
                        Selector = new Dictionary<string, string> { ["app"] = "web" },
                        Ports = [new() { Name = "http", Port = 80, TargetPort = 8080 }],
                    },
                };
                var claim = new V1PersistentVolumeClaim
                {
                    Metadata = new() { Name = "shared" },
                    Spec = new()
                    {
                        AccessModes = ["ReadWriteOnce"],
                        Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = "10Gi" } },
                    },
                };
                var server = new V1Container
                {
                    Name = "web",
                    Image = "web:1.0",
                    Ports = [new() { Name = "http", ContainerPort = 8080 }],
                    Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = "1", ["memory"] = "1Gi" } },
                    SecurityContext = new() { ReadOnlyRootFilesystem = true },
                };
                var web = new V1Deployment
                {
                    Metadata = new() { Name = "web" },
                    Spec = new()
                    {
                        Replicas = 2,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "web" } },
                            Spec = new()
                            {
                                Containers = [server],
                                TerminationGracePeriodSeconds = 60,
                                SecurityContext = new() { RunAsNonRoot = true, FsGroup = 1000 },
                                TopologySpreadConstraints =
                                [
                                    new()
                                    {
                                        MaxSkew = 1,
                                        TopologyKey = "kubernetes.io/hostname",
                                        WhenUnsatisfiable = "ScheduleAnyway",
                                        LabelSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                                    },
                                ],
                            },
                        },
                    },
                };
                var budget = new V1PodDisruptionBudget
                {
                    Metadata = new() { Name = "orders" },
                    Spec = new()
                    {
                        MaxUnavailable = 1,
                        UnhealthyPodEvictionPolicy = "AlwaysAllow",
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                    },
                };
                var webBudget = new V1PodDisruptionBudget
                {
                    Metadata = new() { Name = "web" },
                    Spec = new()
                    {
                        MaxUnavailable = 1,
                        UnhealthyPodEvictionPolicy = "AlwaysAllow",
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
                    },
                };
                var pods = set.Spec.Template.Spec;
                {{change}}
            }

            static T Unknown<T>() where T : new() => new();
        }
        """;
}
