namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>What is known of objects that code makes with KubernetesClient, and what is not.</summary>
public class ObjectReaderTests
{
    [Fact]
    public async Task ASetAsItIsWritten() => Assert.Equal(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
          labels:
            app: orders
        spec:
          serviceName: orders-peers
          replicas: 3
          selector:
            matchLabels:
              app: orders
          template:
            metadata:
              labels:
                app: orders
            spec:
              terminationGracePeriodSeconds: 30
              automountServiceAccountToken: false
              containers:
              - name: orders
                image: orders:1.0
                args:
                - --port
                - "8080"
                ports:
                - containerPort: 8080
                resources:
                  requests:
                    cpu: 500m
                    memory: 1Gi
                readinessProbe:
                  httpGet:
                    port: http
                livenessProbe:
                  tcpSocket:
                    port: 8080
          volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes:
              - ReadWriteOnce
              resources:
                requests:
                  storage: 10Gi

        """.Trim() + "\n",
        await ObjectTrees.ReadAsync(
            KubernetesCode.Usings + """
            class Operator
            {
                V1StatefulSet Set() => new V1StatefulSet
                {
                    Metadata = new V1ObjectMeta { Name = Names.Set, Labels = new Dictionary<string, string> { { "app", Names.Set } } },
                    Spec = new()
                    {
                        ServiceName = $"{Names.Set}-peers",
                        Replicas = 1 + 2,
                        Selector = new(){ MatchLabels = new Dictionary<string, string>(StringComparer.Ordinal) { ["app"] = Names.Set } },
                        Template = new V1PodTemplateSpec
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" }, Name = null },
                            Spec = new V1PodSpec
                            {
                                TerminationGracePeriodSeconds = 30L,
                                AutomountServiceAccountToken = false,
                                Containers =
                                [
                                    new V1Container
                                    {
                                        Name = nameof(Names.orders),
                                        Image = "orders:" + "1.0",
                                        Args = new[] { "--port", "8080" },
                                        Ports = new List<V1ContainerPort> { new() { ContainerPort = 8080 } },
                                        Resources = new V1ResourceRequirements
                                        {
                                            Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = "500m", ["memory"] = new ResourceQuantity("1Gi") },
                                        },
                                        ReadinessProbe = new V1Probe { HttpGet = new V1HTTPGetAction { Port = "http" } },
                                        LivenessProbe = new V1Probe { TcpSocket = new V1TCPSocketAction { Port = 8080 } },
                                    },
                                ],
                            },
                        },
                        VolumeClaimTemplates = new V1PersistentVolumeClaim[]
                        {
                            new()
                            {
                                Metadata = new() { Name = "data" },
                                Spec = new()
                                {
                                    AccessModes = ["ReadWriteOnce"],
                                    Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { { "storage", new("10Gi") } } },
                                },
                            },
                        },
                    },
                };
            }
            """,
            """
            static class Names { public const string Set = "orders"; public const int orders = 1; }
            """));

    [Theory]
    [InlineData("string name = \"a\"; var s = new V1Service { Metadata = new() { Name = name } };", "name: a")]
    [InlineData("string first = \"a\", name = first; var s = new V1Service { Metadata = new() { Name = name } };", "name: a")]
    [InlineData("string name; name = \"a\"; var s = new V1Service { Metadata = new() { Name = name } };", "name: a")]
    [InlineData("string name = \"a\"; name = \"b\"; var s = new V1Service { Metadata = new() { Name = name } };", "name: unknown!")]
    [InlineData("string name = \"a\"; if (flag) name = \"b\"; var s = new V1Service { Metadata = new() { Name = name } };", "name: unknown!")]
    [InlineData("string name = \"a\"; name += \"b\"; var s = new V1Service { Metadata = new() { Name = name } };", "name: unknown!")]
    [InlineData("string name = \"a\"; Fill(ref name); var s = new V1Service { Metadata = new() { Name = name } };", "name: unknown!")]
    [InlineData("string name = \"a\"; (name, _) = (\"b\", 1); var s = new V1Service { Metadata = new() { Name = name } };", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = flag ? \"a\" : \"b\" } };", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = text } };", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = _field } };", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = Helper() } };", "name: helper")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = $\"{text}-a\" } };", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = string.Empty } };", "name: \"\"")]
    [InlineData("var s = new V1Service { Metadata = Meta(text) };", "annotations: unknown!")]
    [InlineData("var meta = new V1ObjectMeta { Name = \"a\" }; var s = new V1Service { Metadata = meta };", "name: a")]
    [InlineData("var meta = new V1ObjectMeta(); meta.Name = \"a\"; var s = new V1Service { Metadata = meta };", "name: a")]
    [InlineData("var meta = new V1ObjectMeta(); var s = new V1Service { Metadata = meta }; meta.Name = \"a\";", "name: a")]
    [InlineData("var meta = new V1ObjectMeta(); var s = new V1Service { Metadata = meta }; s.Metadata.Name = \"a\";", "name: a")]
    [InlineData("var meta = new V1ObjectMeta { Name = \"a\" }; Fill(meta); var s = new V1Service { Metadata = meta };", "name: b")]
    [InlineData("var meta = new V1ObjectMeta { Name = \"a\" }; Look(meta); var s = new V1Service { Metadata = meta };", "name: a")]
    [InlineData("var s = new V1Service(); s.Metadata = new() { Name = \"a\" };", "name: a")]
    [InlineData("var s = new V1Service(); s.Metadata ??= new(); s.Metadata.Name ??= \"a\"; s.Metadata.Name ??= \"b\";", "name: a")]
    [InlineData("V1Service s = flag ? new V1Service { Metadata = new() { Name = \"a\" } } : null; s.Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("V1Service s; if (flag) { s = new V1Service(); s.Metadata = new() { Name = \"a\" }; } else { s = null; }", "annotations: unknown!")]
    [InlineData("if (flag) { var s = new V1Service(); s.Metadata = new() { Name = \"a\" }; }", "name: a")]
    [InlineData("foreach (string n in new[] { text }) { var s = new V1Service(); s.Metadata = new() { Name = \"a\" }; }", "name: a")]
    [InlineData("try { var s = new V1Service { Metadata = new() { Name = \"a\" } }; s.Metadata.Name = \"b\"; } finally { }", "name: b")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; if (flag) s.Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; _ = flag && (s.Metadata.Name = \"b\") == text;", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; while (flag) s.Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; Action later = () => s.Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; (s.Metadata.Name, _) = (\"b\", 1);", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; var m = s.Metadata; m.Name = \"b\";", "name: b")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; var m = flag ? s.Metadata : new(); m.Name = \"b\";", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; if (s.Metadata is { } m) m.Name = \"b\";", "annotations: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; s.EnsureMetadata().Name = \"b\";", "annotations: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; s.Metadata.SetNamespace(\"b\");", "namespace: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; Console.Write(s.Name() + s.Metadata?.Name + s.Metadata);", "name: a")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; foreach (var o in new[] { s }) o.Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; var all = new List<V1Service>(); all.Add(s); all[0].Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("var all = new[] { new V1Service { Metadata = new() { Name = \"a\" } } }; all[0].Metadata.Name = \"b\";", "name: unknown!")]
    [InlineData("var all = new[] { new V1Service { Metadata = new() { Name = \"a\" } } }; foreach (var o in all) { o.Metadata.Name = \"b\"; }", "name: unknown!")]
    [InlineData("var (s, t) = (new V1Service { Metadata = new() { Name = \"a\" } }, 1);", "name: a")]
    [InlineData("_held = new V1Service { Metadata = new() { Name = \"a\" } }; _held.Metadata.Name = \"b\";", "name: b")]
    [InlineData("Held = new V1Service { Metadata = new() { Name = \"a\" } }; if (flag) this.Held.Metadata.Name = \"b\";", "name: unknown!")]
    public async Task WhatIsAssignedToAName(string body, string expected)
    {
        string yaml = await ObjectTrees.ReadAsync(KubernetesCode.Usings + $$"""
            class Operator
            {
                private string _field = "field";
                private V1Service _held;
                private V1Service Held { get; set; }
                void Make(bool flag, string text)
                {
                    {{body}}
                }
                static string Helper() => "helper";
                static V1ObjectMeta Meta(string text) => KubernetesYaml.Deserialize<V1ObjectMeta>(text);
                static void Fill(ref string name) => name = "b";
                static void Fill(V1ObjectMeta meta) => meta.Name = "b";
                static void Look(V1ObjectMeta meta) => Console.Write(meta.Name);
            }
            """);
        Assert.Contains("\n" + expected + "\n", yaml.Replace("  ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set.Spec.Replicas = 3;", "replicas: 3")]
    [InlineData("set.Spec.Replicas = null;", "")]
    [InlineData("set.Spec.Replicas += 2;", "replicas: unknown!")]
    [InlineData("set.Spec.Replicas++;", "replicas: unknown!")]
    [InlineData("int? n = 4; set.Spec.Replicas = n;", "replicas: 4")]
    [InlineData("var spec = set.Spec; spec.Replicas = 4;", "replicas: 4")]
    [InlineData("var same = set; same.Spec.Replicas = 4;", "replicas: 4")]
    [InlineData("set.Spec = other;", "unknown!")]
    [InlineData("Change(set);", "")]
    [InlineData("Change(set.Spec);", "replicas: unknown!")]
    [InlineData("set.ChangeIt();", "")]
    [InlineData("Keep(set.Spec);", "unknown!")]
    [InlineData("Send(set); await client.AppsV1.CreateNamespacedStatefulSetAsync(set, \"shop\");", "replicas: 1")]
    public async Task WhatIsAssignedToPartsLater(string change, string expected) =>
        Assert.Equal(expected, At(await SetAsync(change), "spec", "replicas"));

    [Theory]
    [InlineData("set.Metadata.Labels[\"a\"] = \"b\";", "a: b")]
    [InlineData("set.Metadata.Labels[text] = \"b\";", "labels: unknown!")]
    [InlineData("set.Metadata.Labels.Add(\"a\", \"b\");", "a: b")]
    [InlineData("set.Metadata.Labels.Add(text, \"b\");", "labels: unknown!")]
    [InlineData("if (flag) set.Metadata.Labels.Add(\"a\", \"b\");", "a: unknown!")]
    [InlineData("set.SetLabel(\"a\", \"b\");", "labels: unknown!")]
    [InlineData("set.Labels()[\"a\"] = \"b\";", "labels: unknown!")]
    [InlineData("if (set.Metadata.Labels.Remove(\"app\")) { }", "labels: unknown!")]
    [InlineData("if (set.Metadata.Labels.ContainsKey(\"app\")) { }", "app: orders")]
    [InlineData("set.Spec.Template.Spec.Containers.Add(new V1Container { Image = \"b\" });", "image: b")]
    [InlineData("set.Spec.Template.Spec.Containers.Add(new V1Container { Image = \"b\" });", "image: a")]
    [InlineData("var more = new V1Container(); set.Spec.Template.Spec.Containers.Add(more); more.Image = \"b\";", "image: b")]
    [InlineData("set.Spec.Template.Spec.Containers.Add(new V1Container()); set.Spec.Template.Spec.Containers[1].Image = \"b\";", "image: b")]
    [InlineData("set.Spec.Template.Spec.Containers.Add(More(text));", "containers: unknown!")]
    [InlineData("set.Spec.Template.Spec.Containers.Insert(0, new V1Container());", "containers: unknown!")]
    [InlineData("if (flag) set.Spec.Template.Spec.Containers.Add(new V1Container());", "containers: unknown!")]
    [InlineData("foreach (var c in text) set.Spec.Template.Spec.Containers.Add(new V1Container());", "containers: unknown!")]
    [InlineData("((List<V1Container>)set.Spec.Template.Spec.Containers).AddRange([new V1Container { Image = \"b\" }]);", "image: b")]
    [InlineData("((List<V1Container>)set.Spec.Template.Spec.Containers).AddRange(new[] { More(text) });", "containers: unknown!")]
    [InlineData("var list = new List<V1Container> { container }; list.Add(new V1Container { Image = \"b\" }); set.Spec.Template.Spec.Containers = list;", "image: b")]
    [InlineData("var list = new List<V1Container> { container }; var all = list.ToList(); set.Spec.Template.Spec.Containers = all;", "image: a")]
    [InlineData("var list = new List<V1Container> { container }; set.Spec.Template.Spec.Containers = [.. list, new V1Container { Image = \"b\" }];", "image: b")]
    [InlineData("var list = new List<V1Container> { container }; set.Spec.Template.Spec.Containers = [.. list.Append(new V1Container { Image = \"b\" })];", "image: b")]
    [InlineData("var list = new List<V1Container> { container }; set.Spec.Template.Spec.Containers = list.Concat(new[] { new V1Container { Image = \"b\" } }).ToList();", "image: b")]
    [InlineData("var list = new List<V1Container> { container }; set.Spec.Template.Spec.Containers = list.Where(c => c.Name == text).ToList();", "containers: unknown!")]
    [InlineData("var list = new List<V1Container> { container }; list.ToList().First().Image = text; set.Spec.Template.Spec.Containers = list;", "containers: unknown!")]
    [InlineData("var list = new List<V1Container> { new() { Image = \"b\" } }; var all = list.ToList(); all[0].Image = text; set.Spec.Template.Spec.Containers = list;", "image: unknown!")]
    [InlineData("var list = new List<V1Container> { new() { Image = \"b\" } }; foreach (var one in list.ToArray()) one.Image = text; set.Spec.Template.Spec.Containers = list;", "containers: unknown!")]
    [InlineData("(set.Spec.Template.Spec.Volumes ??= []).Add(new V1Volume { Name = \"v\" });", "name: v")]
    [InlineData("var volumes = set.Spec.Template.Spec.Volumes ??= []; volumes.Add(new V1Volume { Name = \"v\" });", "name: v")]
    [InlineData("if (flag) (set.Spec.Template.Spec.Volumes ??= []).Add(new V1Volume { Name = \"v\" });", "volumes: unknown!")]
    [InlineData("Fill(set.Spec.Template.Spec.Volumes ??= []);", "name: v")]
    [InlineData("var spec = set.Spec = new V1StatefulSetSpec { Replicas = 1 }; spec.Replicas = 7;", "replicas: 7")]
    [InlineData("Keep(set.Spec = new V1StatefulSetSpec { Replicas = 1 });", "spec: unknown!")]
    [InlineData("set.Spec.Template.Spec.Volumes.Add(new V1Volume { Name = \"v\" });", "volumes: unknown!")]
    [InlineData("set.Spec.Template.Spec.Containers[0].Image = \"b\";", "image: b")]
    [InlineData("set.Spec.Template.Spec.Containers[1].Image = \"b\";", "containers: unknown!")]
    [InlineData("foreach (var c in set.Spec.Template.Spec.Containers) c.Image = \"b\";", "image: unknown!")]
    [InlineData("set.Spec.Template.Spec.Containers.First().Image = \"b\";", "containers: unknown!")]
    [InlineData("if (set.Spec.Template.Spec.Containers.Any(c => c.Name == text)) { }", "image: a")]
    [InlineData("container.Image = \"b\";", "image: b")]
    [InlineData("set.Spec.Template.Spec.Containers = [.. set.Spec.Template.Spec.Containers, container];", "containers: unknown!")]
    [InlineData("set.Spec.Template.Spec.Containers = [container, flag ? container : null];", "unknown!")]
    public async Task WhatBecomesOfCollections(string change, string expected) =>
        Assert.Contains(expected + "\n", await SetAsync(change), StringComparison.Ordinal);

    [Fact]
    public async Task ALocalCanBePartOfTwoObjects() => Assert.Equal(2, Count("added: label", await ObjectTrees.ReadAsync(KubernetesCode.Usings + """
        class Operator
        {
            void Make()
            {
                var labels = new Dictionary<string, string>();
                var a = new V1Service { Metadata = new() { Name = "a", Labels = labels } };
                var b = new V1Service { Metadata = new() { Name = "b", Labels = labels } };
                b.Metadata.Labels["added"] = "label";
            }
        }
        """)));

    [Fact]
    public async Task ObjectsAnywhere()
    {
        string yaml = await ObjectTrees.ReadAsync(
            KubernetesCode.Usings + """
            var top = new V1Service { Metadata = new() { Name = "top" } };
            class Operator
            {
                static readonly V1Service Field = new() { Metadata = new() { Name = "field" } };
                V1Service Initialized { get; } = new() { Metadata = new() { Name = "initialized" } };
                V1Service Property => new() { Metadata = new() { Name = "property" } };
                V1Service Accessor { get { return new() { Metadata = new() { Name = "accessor" } }; } }
                Operator() { _ = new V1Service { Metadata = new() { Name = "constructor" } }; }
                void Make()
                {
                    Func<V1Service> lambda = () => new() { Metadata = new() { Name = "lambda" } };
                    V1Service Local() { var s = new V1Service(); s.Metadata = new() { Name = "local" }; return s; }
                    List<V1Service> list = [new() { Metadata = new() { Name = "item" } }];
                    list.Add(new() { Metadata = new() { Name = "added" } });
                    Send(new V1Service { Metadata = new() { Name = "sent" } });
                    var services = new V1ServiceList { Items = [new() { Metadata = new() { Name = "listed" } }] };
                    services.Items.Add(new() { Metadata = new() { Name = "listed-later" } });
                    var objects = new object[] { new V1Service { Metadata = new() { Name = "object" } } };
                }
                static void Send(V1Service service) => Console.Write(service.Name());
            }
            """);
        Assert.Equal(
            ["top", "field", "initialized", "property", "accessor", "constructor", "lambda", "local", "item", "added", "sent", "listed", "listed-later", "object"],
            yaml.Split('\n').Where(static line => line.StartsWith("  name: ", StringComparison.Ordinal)).Select(static line => line[8..]));
    }

    [Theory]
    [InlineData("var p = new V1Patch(new V1Service { Metadata = new() { Labels = null } }, V1Patch.PatchType.MergePatch);")]
    [InlineData("var s = new V1Service(); var p = new V1Patch(s, V1Patch.PatchType.StrategicMergePatch);")]
    [InlineData("Keep(new V1Service());")]
    [InlineData("var s = new V1Service().With();")]
    [InlineData("var set = new V1StatefulSetSpec { VolumeClaimTemplates = [new V1PersistentVolumeClaim()] };")]
    [InlineData("var claim = new V1PersistentVolumeClaim(); var set = new V1StatefulSetSpec { VolumeClaimTemplates = [claim] };")]
    [InlineData("var claims = new List<V1PersistentVolumeClaim> { new() }; var set = new V1StatefulSetSpec { VolumeClaimTemplates = claims };")]
    [InlineData("var set = new V1StatefulSetSpec(); set.VolumeClaimTemplates = [new V1PersistentVolumeClaim()];")]
    [InlineData("var set = new V1StatefulSetSpec(); set.VolumeClaimTemplates.Add(new V1PersistentVolumeClaim());")]
    public async Task PartsAndPatchesAreNoObjects(string body) => Assert.Equal(string.Empty, await ObjectTrees.ReadAsync(KubernetesCode.Usings + $$"""
        static class Operator
        {
            static void Make() { {{body}} }
            static V1Service _kept;
            static void Keep(V1Service service) => _kept = service;
            static V1Service With(this V1Service service) { _kept = service; return service; }
        }
        """));

    [Fact]
    public async Task AnAppliedPatchIsAnObject() => Assert.Contains("name: a", await ObjectTrees.ReadAsync(KubernetesCode.Usings + """
        class Operator
        {
            V1Patch Make() => new V1Patch(new V1Service { Metadata = new() { Name = "a" } }, V1Patch.PatchType.ApplyPatch);
        }
        """), StringComparison.Ordinal);

    private static Task<string> SetAsync(string change) => ObjectTrees.ReadAsync(KubernetesCode.Usings + $$"""
        static class Operator
        {
            static async Task Make(IKubernetes client, V1StatefulSetSpec other, string text, bool flag)
            {
                var container = new V1Container { Name = "orders", Image = "a" };
                var set = new V1StatefulSet
                {
                    Metadata = new() { Name = "orders", Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                    Spec = new()
                    {
                        Replicas = 1,
                        Template = new() { Spec = new() { Containers = [container] } },
                    },
                };
                {{change}}
                await Task.CompletedTask;
            }
            static void Change(V1StatefulSet set) { set.Spec = new(); }
            static void Change(V1StatefulSetSpec spec) { spec.Replicas++; }
            static void ChangeIt(this V1StatefulSet set) { Change(set); }
            static void Keep(V1StatefulSetSpec spec) => _kept = spec;
            static V1StatefulSetSpec _kept;
            static void Send(V1StatefulSet set) => Console.Write(set.Spec.Replicas);
            static V1Container More(string text) => KubernetesYaml.Deserialize<V1Container>(text);
            static void Fill(IList<V1Volume> volumes) => volumes.Add(new() { Name = "v" });
        }
        """);

    /// <summary>The line of a field of the only object, unknown where a field around it is.</summary>
    private static string At(string yaml, params string[] path)
    {
        string[] lines = yaml.Split('\n');
        for (int depth = 0; depth < path.Length; depth++)
        {
            string start = new string(' ', depth * 2) + path[depth] + ":";
            if (lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is not { } line)
            {
                return string.Empty;
            }

            if (line.EndsWith(ObjectTrees.Unknown, StringComparison.Ordinal) && depth < path.Length - 1)
            {
                return ObjectTrees.Unknown;
            }

            if (depth == path.Length - 1)
            {
                return line.Trim();
            }
        }

        return string.Empty;
    }

    private static int Count(string part, string text) => text.Split(part).Length - 1;
}
