namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>Objects that a class of the project keeps in a member and makes by several calls, and what is not known of them.</summary>
public class BuilderTests
{
    private const string Named = "public SetBuilder Named(string name) { _set.Metadata = new() { Name = name }; return this; }";

    private const string With = "public SetBuilder With(int replicas) { _set.Spec = new() { Replicas = replicas }; return this; }";

    private const string Build = "public V1StatefulSet Build() => _set;";

    private const string Kept = "readonly V1StatefulSet _set = new(); " + Named + With + Build;

    [Theory]
    [InlineData("new SetBuilder().Named(\"orders\").With(4).Build()", Kept, "replicas: 4")]
    [InlineData("new SetBuilder().Named(\"orders\").With(4).Build()", Kept, "name: orders")]
    [InlineData("new SetBuilder().With(4).Named(\"orders\").With(5).Build()", Kept, "replicas: 5")]
    [InlineData("new SetBuilder(4).Named(\"orders\").Build()", "readonly V1StatefulSet _set; public SetBuilder(int n) { _set = new() { Spec = new() { Replicas = n } }; }" + Named + Build, "replicas: 4")]
    [InlineData("new SetBuilder(4).Build()", "public V1StatefulSet Build() => new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = n } };", "replicas: 4", "int n")]
    [InlineData("new SetBuilder { Replicas = 4 }.Build()", "public int Replicas { get; set; } public V1StatefulSet Build() => new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = Replicas } };", "replicas: 4")]
    [InlineData("new SetBuilder().With(4).Build()", "int _n = 1; public SetBuilder With(int n) { _n = n; return this; } public V1StatefulSet Build() => new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = _n } };", "replicas: 4")]
    [InlineData("new SetBuilder().Build()", "int _n = 4; public V1StatefulSet Build() => new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = _n } };", "replicas: 4")]
    [InlineData("new SetBuilder().Named(\"orders\").With(3).Four().Build()", Kept + "public SetBuilder Four() { _set.Spec.Replicas = 4; return this; }", "replicas: 4")]
    [InlineData("new SetBuilder().Named(\"orders\").With(3).Build()", "readonly V1StatefulSet _set = new(); " + Named + With + "public V1StatefulSet Build() { _set.Spec.Replicas = 4; return _set; }", "replicas: 4")]
    [InlineData("new SetBuilder().Named(\"orders\").With(new V1StatefulSetSpec { Replicas = 4 }).Build()", "readonly V1StatefulSet _set = new(); public SetBuilder With(V1StatefulSetSpec spec) { _set.Spec = spec; return this; }" + Named + Build, "replicas: 4")]
    [InlineData("new SetBuilder().Named(\"orders\").With(spec).Build()", "readonly V1StatefulSet _set = new(); public SetBuilder With(V1StatefulSetSpec spec) { _set.Spec = spec; return this; }" + Named + Build, "replicas: 4")]
    [InlineData("new SetBuilder().Named(\"orders\").With(() => 4).Build()", Kept + "public SetBuilder With(Func<int> n) { _set.Spec = new() { Replicas = n() }; return this; }", "replicas: unknown!")]
    [InlineData("new SetBuilder().Named(\"orders\").With(4).With(s => s.Spec.Replicas = 5).Build()", Kept + "public SetBuilder With(Action<V1StatefulSet> change) { change(_set); return this; }", "spec: unknown!")]
    [InlineData("new SetBuilder().Named(\"orders\").With(4).If(flag).Build()", Kept + "public SetBuilder If(bool f) { if (f) return this; _set.Spec.Replicas = 5; return this; }", "replicas: unknown!")]
    [InlineData("new SetBuilder().Named(\"orders\").With(4).Both().Build()", Kept + "public SetBuilder Both() { Inner(); return this; } void Inner() => _set.Spec.Replicas = 5;", "spec: unknown!")]
    [InlineData("new SetBuilder().Named(\"orders\").With(4).Both().Build()", Kept + "int _x; public SetBuilder Both() { Inner(); return this; } void Inner() => _x++;", "replicas: 4")]
    [InlineData("new SetBuilder().With(4).More().Build()", "int _n = 1; public SetBuilder With(int n) { _n = n; return this; } public SetBuilder More() { _n = _n + 1; return this; } public V1StatefulSet Build() => new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = _n } };", "replicas: unknown!")]
    [InlineData("new SetBuilder().Named(\"orders\").Build()", "static V1StatefulSet _set = new() { Spec = new() { Replicas = 4 } };" + Named + Build, "spec: unknown!")]
    public async Task WhatCallsInARowMake(string made, string members, string expected, string? parameters = null) => Assert.Contains("\n" + expected + "\n", Flat(await ObjectTrees.ReadAsync(Code($"return {made};", members, parameters))), StringComparison.Ordinal);

    [Theory]
    [InlineData("var b = new SetBuilder(); b.Named(\"orders\"); b.With(4); return b.Build();", "replicas: 4")]
    [InlineData("var b = new SetBuilder().Named(\"orders\"); b.With(4); return b.Build();", "replicas: 4")]
    [InlineData("var b = new SetBuilder(); b.Named(\"orders\").With(4); var set = b.Build(); set.Spec.Replicas = 5; return set;", "replicas: 5")]
    [InlineData("var b = new SetBuilder().Named(\"orders\").With(3); if (flag) b.With(4); return b.Build();", "spec: unknown!")]
    [InlineData("var b = new SetBuilder().Named(\"orders\").With(3); if (flag) b = b.With(4); return b.Build();", "")]
    [InlineData("var b = new SetBuilder().Named(\"orders\").With(3); var c = b.With(4); c.With(5); return b.Build();", "")]
    [InlineData("var b = new SetBuilder().Named(\"orders\").With(3); Use(b); return b.Build();", "")]
    [InlineData("var b = new SetBuilder().Named(\"orders\").With(3); var set = b.Build(); b.With(4); return set;", "")]
    public async Task WhatALocalIsAskedFor(string body, string expected)
    {
        string read = Flat(await ObjectTrees.ReadAsync(Code(body, Kept, null)));
        if (expected.Length == 0)
        {
            Assert.DoesNotContain("name: orders", read, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("\n" + expected + "\n", read, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("readonly V1StatefulSet _set = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = 1 } }; void With(int n) => _set.Spec.Replicas = n;", false)]
    [InlineData("readonly V1StatefulSet _set = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = 1 } }; void With(int n) { this._set.Spec.Replicas = n; }", false)]
    [InlineData("V1StatefulSet _set; SetBuilder() { _set = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = 1 } }; } void With(V1StatefulSetSpec spec) => _set.Spec = spec;", false)]
    [InlineData("V1StatefulSet Set { get; } = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = 1 } }; void With() => Set.Metadata.Labels.Add(\"a\", \"b\");", false)]
    [InlineData("readonly V1StatefulSet _set = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = 1 } }; V1StatefulSet Make() => _set;", true)]
    [InlineData("readonly V1StatefulSet _set = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { Replicas = 1 } }; string Name => _set.Metadata.Name;", true)]
    public async Task WhatOtherMembersChangeIsNotJudgedWhereItIsMade(string members, bool isRead) =>
        Assert.Equal(isRead, (await ObjectTrees.ReadAsync(KubernetesCode.Usings + $"class SetBuilder {{ {members} }}")).Contains("name: orders", StringComparison.Ordinal));

    [Fact]
    public Task WhatIsWrongIsShownWhereItIsHandedOver() => KubernetesCode.VerifyAsync(KubernetesCode.Usings + """
        class SetBuilder
        {
            private readonly V1StatefulSet _set = new();

            public SetBuilder Named(string name)
            {
                _set.Metadata = new V1ObjectMeta { Name = name };
                return this;
            }

            public SetBuilder With(V1StatefulSetSpec spec)
            {
                _set.Spec = spec;
                return this;
            }

            public V1StatefulSet Build() => _set;
        }

        class Operator
        {
            V1StatefulSet Make(V1PodTemplateSpec template, V1LabelSelector selector) => new SetBuilder()
                .Named("orders")
                .With(new V1StatefulSetSpec { ServiceName = "orders", Replicas = {|HF6005:-1|}, Selector = selector, Template = template })
                .Build();
        }
        """);

    private static string Code(string body, string members, string? parameters) => KubernetesCode.Usings + $$"""
        class SetBuilder{{(parameters is null ? string.Empty : $"({parameters})")}}
        {
            {{members}}
        }

        class Operator
        {
            V1StatefulSet Make(bool flag)
            {
                var spec = new V1StatefulSetSpec { Replicas = 4 };
                {{body}}
            }

            static void Use(object o) { }
        }
        """;

    private static string Flat(string yaml) => "\n" + string.Join("\n", yaml.Split('\n').Select(static line => line.Trim())) + "\n";
}
