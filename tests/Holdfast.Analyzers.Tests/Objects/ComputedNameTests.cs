namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>A Service and a set whose names are computed: the same expression of the same variables is the same name.</summary>
public class ComputedNameTests
{
    [Theory]
    [InlineData("name", "{|HF1003:name|}", "")]
    [InlineData("$\"{name}-peers\"", "{|HF1003:$\"{name}-peers\"|}", "")]
    [InlineData("$\"{name}-peers\"", "{|HF1003:name + \"-peers\"|}", "")]
    [InlineData("service", "service", "var service = {|HF1003:name + \"-peers\"|};")]
    [InlineData("service", "$\"{name}-peers\"", "var service = name + Suffix();", "static string Suffix() => Environment.MachineName;")]
    [InlineData("peers", "{|HF1003:$\"{name}-peers\"|}", "var peers = $\"{name}-peers\";")]
    [InlineData("pod.Metadata.Name", "{|HF1003:pod.Metadata.Name|}", "")]
    [InlineData("pod.Name()", "{|HF1003:pod.Name()|}", "")]
    [InlineData("$\"{pod.Name()}-peers\"", "{|HF1003:$\"{pod.Name()}-peers\"|}", "")]
    [InlineData("own.Name", "{|HF1003:own.Name|}", "")]
    [InlineData("_name", "{|HF1003:_name|}", "")]
    [InlineData("Peers(name)", "{|HF1003:Peers(name)|}", "", "static string Peers(string name) => name + \"-peers\";")]
    [InlineData("name", "other", "")]
    [InlineData("$\"{name}-peers\"", "$\"{name}-members\"", "")]
    [InlineData("name", "name", "name += \"x\";")]
    [InlineData("service", "service", "var service = name; service = other;")]
    [InlineData("pod.Metadata.Name", "pod.Metadata.Name", "pod.Metadata.Name = other;")]
    [InlineData("own.Name", "own.Name", "own.Name = other;")]
    [InlineData("Next()", "Next()", "", "static string Next() => Guid.NewGuid().ToString();")]
    [InlineData("Guid.NewGuid().ToString()", "Guid.NewGuid().ToString()", "")]
    [InlineData("_changing", "_changing", "")]
    public Task OnlyTheSameExpressionIsTheSameName(string service, string serviceName, string before, string member = "") => KubernetesCode.VerifyAsync(Code(service, serviceName, before, member, "ClusterIP"));

    [Theory]
    [InlineData("ClusterIP = \"None\", ")]
    [InlineData("ClusterIP = headless ? \"None\" : null, ")]
    public Task AHeadlessServiceIsRight(string address) => KubernetesCode.VerifyAsync(Code("name", "name", "", "", "ClusterIP", address));

    /// <summary>A name that one method computes and hands to those that make the objects.</summary>
    [Theory]
    [InlineData("$\"{name}-peers\"", "{|HF1003:$\"{name}-peers\"|}")]
    [InlineData("peers", "peers", "var peers = {|HF1003:name + \"-peers\"|};")]
    [InlineData("name", "{|HF1003:name|}")]
    [InlineData("$\"{name}-peers\"", "$\"{name}-members\"")]
    [InlineData("$\"{name}-peers\"", "$\"{other}-peers\"")]
    [InlineData("name", "name", "name += other;")]
    [InlineData("$\"{name}-peers\"", "$\"{name}-peers\"", "", "ClusterIP = \"None\", ")]
    public Task OfObjectsThatMethodsMake(string service, string serviceName, string before = "", string address = "") => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        class Shop
        {
            public async Task Make(IKubernetes client, string name, string other)
            {
                {{before}}
                await client.CoreV1.CreateNamespacedServiceAsync(ServiceOf({{service}}, name), "shop");
                var set = SetOf(name, {{serviceName}});
                await client.AppsV1.CreateNamespacedStatefulSetAsync(set, "shop");
            }

            private static V1Service ServiceOf(string service, string app) => new()
            {
                Metadata = new() { Name = service },
                Spec = new() { {{address}}Selector = new Dictionary<string, string> { ["app"] = app }, Ports = [new() { Name = "http", Port = 80 }] },
            };

            private static V1StatefulSet SetOf(string app, string service)
            {
                var labels = new Dictionary<string, string> { ["app"] = app };
                return new()
                {
                    Metadata = new() { Name = app },
                    Spec = new()
                    {
                        ServiceName = service,
                        Replicas = 1,
                        Selector = new() { MatchLabels = labels },
                        Template = new() { Metadata = new() { Labels = labels }, Spec = new() { Containers = [new() { Name = "shop", Image = "shop:1.0" }] } },
                    },
                };
            }
        }
        """);

    /// <summary>An operator's objects come from a factory, which is another type.</summary>
    [Theory]
    [InlineData("store.Name", "Factory.ServiceOf(store)", "Factory.SetOf(store)", "{|HF1003:", "|}")]
    [InlineData("store.Name", "Factory.ServiceOf(store)", "Factory.SetOf(other)")]
    [InlineData("store.Peers", "Factory.ServiceOf(store)", "Factory.SetOf(store)")]
    [InlineData("store.Name", "new V1Service()", "Factory.SetOf(store)")]
    public Task OfObjectsThatAFactoryMakes(string service, string makeService, string makeSet, string begin = "", string end = "") => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        record Store(string Name, string Peers);

        class Shop(IKubernetes client)
        {
            public async Task Make(Store store, Store other)
            {
                await client.CoreV1.CreateNamespacedServiceAsync({{makeService}}, "shop");
                await client.AppsV1.CreateNamespacedStatefulSetAsync({{makeSet}}, "shop");
            }
        }

        static class Factory
        {
            public static V1Service ServiceOf(Store store) => new()
            {
                Metadata = new() { Name = {{service}} },
                Spec = new() { Selector = Labels(store.Name), Ports = [new() { Name = "http", Port = 80 }] },
            };

            public static V1StatefulSet SetOf(Store store)
            {
                var labels = Labels(store.Name);
                return new()
                {
                    Metadata = new() { Name = store.Name },
                    Spec = new()
                    {
                        ServiceName = {{begin}}store.Name{{end}},
                        Replicas = 1,
                        Selector = new() { MatchLabels = labels },
                        Template = new() { Metadata = new() { Labels = labels }, Spec = new() { Containers = [new() { Name = "shop", Image = "shop:1.0" }] } },
                    },
                };
            }

            private static Dictionary<string, string> Labels(string app) => new() { ["app"] = app };
        }
        """);

    /// <summary>An operator makes and sends each object in another method, and the names are the same expression of the same variables.</summary>
    [Theory]
    [InlineData("store.Name", "{store.Name}-headless", "{|HF1002:", "|}")]
    [InlineData("$\"{app}-set\"", "{store.Name}-set-headless", "{|HF1002:", "|}")]
    [InlineData("store.Name", "{app}-headless", "{|HF1002:", "|}")]
    [InlineData("$\"{store.Name}-headless\"", "{store.Name}-headless")]
    [InlineData("$\"{store.Name}-headless\"", "{app}-headless")]
    [InlineData("store.Name", "{store.Other}-headless")]
    [InlineData("store.Other", "{store.Name}-headless")]
    [InlineData("store.Name", "{store.Name}headless")]
    [InlineData("store.Name", "{store.Name}-headless", "", "", "ClusterIP = \"None\", ", "other")]
    [InlineData("store.Name", "{store.Name}-headless", "", "", "")]
    [InlineData("store.Name", "{store.Name}", "{|HF1003:", "|}", "")]
    [InlineData("store.Name", "{store.Name}-headless", "", "", "ClusterIP = \"None\", ", "store.Name", "other")]
    [InlineData("store.Name", "{store.Name}-headless", "", "", "ClusterIP = \"None\", ", "store.Name", "store", "V1Service Further(string name) => new() { Metadata = new() { Name = name } };")]
    [InlineData("store.Name", "{store.Name}-headless", "{|HF1002:", "|}", "ClusterIP = \"None\", ", "store.Name", "store", "V1Service Further() => new() { Metadata = new() { Name = \"webhook\" }, Spec = new() { Ports = [new() { Port = 443 }], Selector = new Dictionary<string, string> { [\"app\"] = \"operator\" } } };")]
    public Task OfObjectsThatMethodsSend(string serviceName, string service, string begin = "", string end = "", string address = "ClusterIP = \"None\", ", string selector = "app", string forService = "store", string member = "") => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        record Store(string Name, string Other);

        class Shop(IKubernetes client)
        {
            public async Task Reconcile(Store store, Store other)
            {
                await EnsureSetAsync(store);
                await EnsureServiceAsync({{forService}});
            }

            private async Task EnsureSetAsync(Store store)
            {
                var app = store.Name;
                var labels = new Dictionary<string, string> { ["app"] = store.Name };
                var set = new V1StatefulSet
                {
                    Metadata = new() { Name = $"{store.Name}-store" },
                    Spec = new()
                    {
                        ServiceName = {{begin}}{{serviceName}}{{end}},
                        Replicas = 1,
                        Selector = new() { MatchLabels = labels },
                        Template = new() { Metadata = new() { Labels = labels }, Spec = new() { Containers = [new() { Name = "shop", Image = "shop:1.0" }] } },
                    },
                };
                await client.AppsV1.CreateNamespacedStatefulSetAsync(set, "shop");
            }

            private async Task EnsureServiceAsync(Store store)
            {
                var app = store.Name;
                var other = store.Other;
                await client.CoreV1.CreateNamespacedServiceAsync(new V1Service
                {
                    Metadata = new() { Name = $"{{service}}" },
                    Spec = new() { {{address}}Selector = new Dictionary<string, string> { ["app"] = {{selector}} }, Ports = [new() { Name = "http", Port = 80 }] },
                }, "shop");
            }

            {{member}}
        }
        """);

    /// <summary>A builder of Services that is left over makes none.</summary>
    [Theory]
    [InlineData("", "{|HF1002:", "|}")]
    [InlineData("static class Use { public static ServiceBuilder Of() => new(); }")]
    public Task OfAnUnusedBuilder(string use, string begin = "", string end = "") => KubernetesCode.VerifyAsync(
        KubernetesCode.Usings + "class ServiceBuilder { private readonly V1Service _service = new(); public ServiceBuilder Named(string name) { _service.Metadata = new() { Name = name }; return this; } public V1Service Build() => _service; }",
        use,
        Code("$\"{name}-headless\"", begin + "name" + end, "", "", "ClusterIP", "ClusterIP = \"None\", "));

    /// <summary>Different expressions may have the same value, so nothing is said because labels differ.</summary>
    [Fact]
    public Task DifferentLabelsMayBeTheSame() => KubernetesCode.VerifyAsync(Code("name", "name", "", "", "ClusterIP", "ClusterIP = \"None\", ", selector: "other"));

    private static string Code(string service, string serviceName, string before, string member, string type, string address = "", string selector = "name") => KubernetesCode.Usings + $$"""
        class Own { public string Name { get; set; } }
        class Shop
        {
            private readonly string _name = Environment.MachineName;
            private string _changing = Environment.MachineName;
            public async Task Make(IKubernetes client, string name, string other, V1Pod pod, Own own, bool headless)
            {
                {{before}}
                var made = new V1Service
                {
                    Metadata = new() { Name = {{service}} },
                    Spec = new() { Type = "{{type}}", {{address}}Selector = new Dictionary<string, string> { ["app"] = {{selector}} }, Ports = [new() { Name = "http", Port = 80 }] },
                };
                var set = new V1StatefulSet
                {
                    Metadata = new() { Name = name },
                    Spec = new()
                    {
                        ServiceName = {{serviceName}},
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = name } },
                            Spec = new() { Containers = [new() { Name = "orders", Image = "orders:1.0" }] },
                        },
                    },
                };
                await client.CoreV1.CreateNamespacedServiceAsync(made, "shop");
                await client.AppsV1.CreateNamespacedStatefulSetAsync(set, "shop");
                _changing = other;
            }

            {{member}}
        }
        """;
}
