namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>What is known of objects that go through methods of the compilation, and what is not.</summary>
public class FollowedCallTests
{
    [Theory]
    [InlineData("Template = Template()", "static V1PodTemplateSpec Template() => new() { Spec = new() { Hostname = \"a\" } };", "hostname: a")]
    [InlineData("Template = this.Template()", "V1PodTemplateSpec Template() { return new() { Spec = new() { Hostname = \"a\" } }; }", "hostname: a")]
    [InlineData("Template = Template(\"a\")", "static V1PodTemplateSpec Template(string name) => new() { Spec = new() { Hostname = name } };", "hostname: a")]
    [InlineData("Template = Template(name: \"a\", other: \"b\")", "static V1PodTemplateSpec Template(string other, string name) => new() { Spec = new() { Hostname = name } };", "hostname: a")]
    [InlineData("Template = Template()", "static V1PodTemplateSpec Template(string name = \"a\") => new() { Spec = new() { Hostname = $\"{name}-b\" } };", "hostname: a-b")]
    [InlineData("Template = Template(\"a\")", "static V1PodTemplateSpec Template(string name) => new() { Spec = Pods(name + \"-b\") }; static V1PodSpec Pods(string name) => new() { Hostname = name };", "hostname: a-b")]
    [InlineData("Template = Template(\"a\")", "static V1PodTemplateSpec Template(string name) { var t = new V1PodTemplateSpec(); t.Spec = new(); t.Spec.Hostname = name; return t; }", "hostname: a")]
    [InlineData("Template = Template", "static V1PodTemplateSpec Template => new() { Spec = new() { Hostname = \"a\" } };", "hostname: a")]
    [InlineData("Template = Template", "V1PodTemplateSpec Template { get { return new() { Spec = new() { Hostname = \"a\" } }; } }", "hostname: a")]
    [InlineData("Template = Local()", "", "hostname: a")]
    [InlineData("Template = Template(flag)", "static V1PodTemplateSpec Template(bool f) { if (f) return new() { Spec = new() { Hostname = \"a\", DnsPolicy = \"Default\" } }; return new() { Spec = new() { Hostname = \"a\" } }; }", "hostname: a")]
    [InlineData("Template = flag ? new() { Spec = new() { Hostname = \"a\" } } : new() { Spec = new() { Hostname = \"a\" } }", "", "hostname: a")]
    [InlineData("Template = await Later()", "static async Task<V1PodTemplateSpec> Later() { await Task.Yield(); return new() { Spec = new() { Hostname = \"a\" } }; }", "hostname: a")]
    [InlineData("Template = maker.Make()", "interface IMaker { V1PodTemplateSpec Make(); } class Maker : IMaker { public V1PodTemplateSpec Make() => new() { Spec = new() { Hostname = \"a\" } }; }", "hostname: a")]
    [InlineData("Template = Template<int>()", "static V1PodTemplateSpec Template<T>() => new() { Spec = new() { Hostname = \"a\" } };", "hostname: a")]
    [InlineData("Template = Template(new() { Hostname = \"b\" })", "static V1PodTemplateSpec Template(V1PodSpec pods) { pods.Hostname = \"a\"; return new() { Spec = pods }; }", "hostname: a")]
    [InlineData("Template = Template(flag)", "static V1PodTemplateSpec Template(bool f) { if (f) return new() { Spec = new() { Hostname = \"b\" } }; return new() { Spec = new() { Hostname = \"a\" } }; }", "hostname: unknown!")]
    [InlineData("Template = Template(text)", "static V1PodTemplateSpec Template(string name) => new() { Spec = new() { Hostname = name } };", "hostname: unknown!")]
    [InlineData("Template = Template(\"a\")", "static V1PodTemplateSpec Template(string name) { name += \"x\"; return new() { Spec = new() { Hostname = name } }; }", "hostname: unknown!")]
    [InlineData("Template = Template(\"a\")", "static V1PodTemplateSpec Template(string name) { var t = new V1PodTemplateSpec { Spec = new() }; if (name == \"b\") t.Spec.Hostname = name; return t; }", "hostname: unknown!")]
    [InlineData("Template = Template()", "static V1PodTemplateSpec Template() => Template();", "template: unknown!")]
    [InlineData("Template = Template(3)", "static V1PodTemplateSpec Template(int n) => n == 0 ? new() : Template(n - 1);", "template: unknown!")]
    [InlineData("Template = maker.Make()", "interface IMaker { V1PodTemplateSpec Make(); } class Maker : IMaker { public V1PodTemplateSpec Make() => new() { Spec = new() { Hostname = \"a\" } }; } class Other : IMaker { public V1PodTemplateSpec Make() => new(); }", "template: unknown!")]
    [InlineData("Template = maker.Make()", "interface IMaker { V1PodTemplateSpec Make(); }", "template: unknown!")]
    [InlineData("Template = All().First()", "static IEnumerable<V1PodTemplateSpec> All() { yield return new() { Spec = new() { Hostname = \"a\" } }; }", "template: unknown!")]
    [InlineData("Template = Template", "V1PodTemplateSpec Template { get; set; } = new() { Spec = new() { Hostname = \"a\" } };", "template: unknown!")]
    public async Task WhatAMethodReturns(string part, string member, string expected) => Assert.Contains(
        "\n" + expected + "\n",
        Flat(await ObjectTrees.ReadAsync(KubernetesCode.Usings + $$"""
            class Operator
            {
                async Task<V1StatefulSet> Make(string text, bool flag{{(member.Contains("IMaker", StringComparison.Ordinal) ? ", IMaker maker" : "")}})
                {
                    await Task.Yield();
                    return new V1StatefulSet { Metadata = new() { Name = "orders" }, Spec = new() { {{part}} } };
                    V1PodTemplateSpec Local() => new() { Spec = new() { Hostname = "a" } };
                }

                {{member}}
            }
            """)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) => s.Spec.Replicas = 4;", "replicas: 4")]
    [InlineData("Change(set, 4);", "static void Change(V1StatefulSet s, int n) => s.Spec.Replicas = n;", "replicas: 4")]
    [InlineData("Change(set.Spec);", "static void Change(V1StatefulSetSpec s) { s.Replicas = 4; }", "replicas: 4")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) => Inner(s.Spec, 4); static void Inner(V1StatefulSetSpec s, int n) => s.Replicas = n;", "replicas: 4")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) { var spec = s.Spec; spec.Replicas = 4; }", "replicas: 4")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) => s.Metadata.Labels = new Dictionary<string, string> { [\"a\"] = \"b\" };", "replicas: 1")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) => s.Metadata.Labels = new Dictionary<string, string> { [\"a\"] = \"b\" };", "a: b")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) { s.Metadata.Labels ??= new Dictionary<string, string>(); s.Metadata.Labels.Add(\"a\", \"b\"); }", "replicas: 1")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) { s.Metadata.Labels ??= new Dictionary<string, string>(); s.Metadata.Labels.Add(\"a\", \"b\"); }", "a: b")]
    [InlineData("set.Change().Spec.Paused();", "", "replicas: 1")]
    [InlineData("var same = Change(set); same.Spec.Replicas = 4;", "static V1StatefulSet Change(V1StatefulSet s) { s.Spec.ServiceName = \"b\"; return s; }", "replicas: 4")]
    [InlineData("Step step = new Marking(); step.Run(set);", "abstract class Step { public abstract void Run(V1StatefulSet s); } class Marking : Step { public override void Run(V1StatefulSet s) => s.Spec.Replicas = 4; }", "replicas: 4")]
    [InlineData("Step step = new(); step.Run(set);", "class Step { public virtual void Run(V1StatefulSet s) => s.Spec.Replicas = 4; }", "replicas: 4")]
    [InlineData("Step step = new(); step.Run(set);", "class Step { public virtual void Run(V1StatefulSet s) { } } class Marking : Step { public override void Run(V1StatefulSet s) => s.Spec.Replicas = 4; }", "replicas: unknown!")]
    [InlineData("IStep step = new Step(); step.Run(set);", "interface IStep { void Run(V1StatefulSet s); } class Step : IStep { public void Run(V1StatefulSet s) => s.Spec.ServiceName = \"b\"; }", "replicas: 1")]
    [InlineData("IStep step = new Step(); step.Run(set);", "interface IStep { void Run(V1StatefulSet s); } class Step : IStep { public void Run(V1StatefulSet s) => s.Spec.ServiceName = \"b\"; }", "serviceName: b")]
    [InlineData("IStep step = new Step(); step.Run(set);", "interface IStep { void Run(V1StatefulSet s); } class Step : IStep { V1StatefulSet _kept; public void Run(V1StatefulSet s) => _kept = s; }", "spec: unknown!")]
    [InlineData("IStep<V1StatefulSet> step = new Step(); step.Run(set);", "interface IStep<T> { void Run(T s); } class Step : IStep<V1StatefulSet> { public void Run(V1StatefulSet s) => s.Spec.Replicas = 4; }", "replicas: 4")]
    [InlineData("IStep step = null; step.Run(set);", "interface IStep { void Run(V1StatefulSet s); }", "spec: unknown!")]
    [InlineData("IStore store = null; await store.SaveAsync(set);", "interface IStore { Task SaveAsync(V1StatefulSet s); }", "replicas: 1")]
    [InlineData("IStore store = null; await store.SaveAsync(set);", "interface IStore { Task SaveAsync(V1StatefulSet s); }", "labels: unknown!")]
    [InlineData("IStore store = null; await store.CompleteAsync(set);", "interface IStore { Task CompleteAsync(V1StatefulSet s); }", "spec: unknown!")]
    [InlineData("if (flag) Change(set);", "static void Change(V1StatefulSet s) => s.Spec.Replicas = 4;", "replicas: unknown!")]
    [InlineData("Change(set, flag);", "static void Change(V1StatefulSet s, bool flag) { if (flag) return; s.Spec.Replicas = 4; }", "replicas: unknown!")]
    [InlineData("Change(set, flag);", "static void Change(V1StatefulSet s, bool flag) { if (flag) s.Spec.Replicas = 4; }", "replicas: unknown!")]
    [InlineData("Change(flag ? set : new());", "static void Change(V1StatefulSet s) => s.Spec.Replicas = 4;", "replicas: unknown!")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) { s = new(); s.Spec = null; }", "spec: unknown!")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) => Later = () => s.Spec.Replicas = 4; static Func<int?> Later;", "replicas: unknown!")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) { Kept = s.Spec; Kept.Replicas = 4; } static V1StatefulSetSpec Kept;", "spec: unknown!")]
    [InlineData("Change(set);", "static void Change(V1StatefulSet s) { if (s.Spec.Replicas > 0) Change(s); s.Spec.Replicas = 4; }", "spec: unknown!")]
    public async Task WhatAMethodChanges(string change, string member, string expected) => Assert.Contains(
        "\n" + expected + "\n",
        Flat(await ObjectTrees.ReadAsync(KubernetesCode.Usings + $$"""
            class Operator
            {
                static async Task Make(bool flag)
                {
                    var set = new V1StatefulSet
                    {
                        Metadata = new() { Name = "orders", Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                        Spec = new() { Replicas = 1, ServiceName = "orders" },
                    };
                    {{change}}
                    await Task.Yield();
                }

                {{member}}
            }

            static class Steps
            {
                public static V1StatefulSet Change(this V1StatefulSet set) { set.Metadata.Labels = new Dictionary<string, string> { ["a"] = "b" }; return set; }
                public static void Paused(this V1StatefulSetSpec spec) => Console.Write(spec.Replicas);
            }
            """)),
        StringComparison.Ordinal);

    /// <summary>The client's own methods that hand out the object again.</summary>
    [Theory]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }.Initialize();", "name: a")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }.Initialize(); s.Metadata.Name = \"b\";", "name: b")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; s.Initialize(); s.Metadata.Name = \"b\";", "name: b")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }; var t = s.Initialize(); t.Metadata.Name = \"b\";", "name: b")]
    [InlineData("V1Service s = null; if (flag) s = new V1Service { Metadata = new() { Name = \"a\" } }.Initialize(); s.Metadata.Name = \"b\";", "name: b")]
    [InlineData("var s = new V1Service { Metadata = new() { Name = \"a\" } }.With(); s.Metadata.Name = \"b\";", "name: b")]
    [InlineData("Send(new V1Service { Metadata = new() { Name = \"a\" } }.With());", "name: a")]
    [InlineData("Send(new V1Service { Metadata = new() { Name = \"a\" } }.With());", "type: NodePort")]
    public async Task AMethodThatReturnsTheObject(string body, string expected) => Assert.Contains(
        "\n" + expected + "\n",
        Flat(await ObjectTrees.ReadAsync(KubernetesCode.Usings + $$"""
            static class Operator
            {
                static void Make(bool flag) { {{body}} }
                static V1Service With(this V1Service service) { service.Spec = new() { Type = "NodePort" }; return service; }
                static void Send(V1Service service) => Console.Write(service.Name());
            }
            """)),
        StringComparison.Ordinal);

    /// <summary>What a method makes for two objects is reported once, at what it makes.</summary>
    [Fact]
    public Task APartOfTwoObjectsIsReportedOnce() => KubernetesCode.VerifyAsync(KubernetesCode.Usings + """
        class Operator
        {
            V1StatefulSet Orders() => Set("orders");
            V1StatefulSet Carts() => new() { Metadata = new() { Name = "carts" }, Spec = new() { ServiceName = "carts", Selector = Selector("carts"), Template = Template("carts") } };
            V1Deployment Web() => new() { Metadata = new() { Name = "web" }, Spec = new() { Selector = Selector("web"), Template = Template("web") } };
            V1Deployment Front() => new() { Metadata = new() { Name = "front" }, Spec = new() { Selector = Selector("back"), Template = Template({|HF1006:"front"|}) } };
            V1StatefulSet Set(string name) => new() { Metadata = new() { Name = name }, Spec = new() { ServiceName = name, Selector = Selector(name), Template = Template(name) } };
            static V1LabelSelector Selector(string name) => new() { MatchLabels = Labels(name) };
            static Dictionary<string, string> Labels(string name) => new() { ["app"] = name };
            static V1PodTemplateSpec Template(string name) => new()
            {
                Metadata = new() { Labels = Labels(name) },
                Spec = new() { Containers = [Container()] },
            };
            static V1Container Container() => new() { Name = {|HF2003:"Orders"|}, Image = "orders:1.0", Ports = [new() { ContainerPort = {|HF6005:80800|} }] };
        }
        """);

    private static string Flat(string yaml) => yaml.Replace("  ", string.Empty, StringComparison.Ordinal).Replace("- ", string.Empty, StringComparison.Ordinal);
}
