namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>A set without a selector is part of one, unless code sends it as it is.</summary>
public class CreatedObjectTests
{
    private const string Set = """
        new V1StatefulSet
        {
            Metadata = new() { Name = "orders" },
            Spec = new()
            {
                ServiceName = "orders",
                Template = new()
                {
                    Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                    Spec = new() { Containers = [new() { Name = "orders", Image = "registry.example/orders:1.0" }] },
                },
            },
        }
        """;

    private const string Spec = """ ServiceName = "orders", Template = new() { Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } }, Spec = new() { Containers = [new() { Name = "orders", Image = "registry.example/orders:1.0" }] } } """;

    [Theory]
    [InlineData("await kubernetes.AppsV1.CreateNamespacedStatefulSetAsync({0}, \"shop\");")]
    [InlineData("kubernetes.AppsV1.CreateNamespacedStatefulSet({0}, \"shop\");")]
    [InlineData("await client.CreateAsync({0});")]
    [InlineData("await client.SaveAsync({0});")]
    [InlineData("await client.CreateAsync({0}.Initialize());")]
    [InlineData("var set = {0}; var same = set; await client.CreateAsync(same);")]
    [InlineData("var set = {0}; set.Spec.Replicas = 3; if (kubernetes is not null) await client.CreateAsync(set); else await client.UpdateAsync(set);")]
    [InlineData("await client.CreateOrUpdateAsync({0});")]
    public Task ACreatedSetNeedsASelector(string code) => VerifyAsync(code, "{|HF6007:new|}");

    [Theory]
    [InlineData("var patch = new V1Patch({0}, V1Patch.PatchType.StrategicMergePatch); await kubernetes.AppsV1.PatchNamespacedStatefulSetAsync(patch, \"orders\", \"shop\");")]
    [InlineData("var patch = new V1Patch({0}, V1Patch.PatchType.ApplyPatch); await kubernetes.AppsV1.PatchNamespacedStatefulSetAsync(patch, \"orders\", \"shop\", fieldManager: \"shop\", force: true);")]
    [InlineData("var set = {0}; await client.ApplyAsync(set);")]
    [InlineData("await client.CreatePatchAsync({0});")]
    [InlineData("await client.CreateOrPatchAsync({0});")]
    [InlineData("var set = {0}; Console.Write(set.Spec.Replicas);")]
    [InlineData("var text = KubernetesJson.Serialize({0});")]
    [InlineData("var change = {0}; var set = await kubernetes.AppsV1.ReadNamespacedStatefulSetAsync(\"orders\", \"shop\"); set.Spec.Template = change.Spec.Template; await client.SaveAsync(set);")]
    [InlineData("V1StatefulSet set = {0}; set = await kubernetes.AppsV1.ReadNamespacedStatefulSetAsync(\"orders\", \"shop\"); await client.SaveAsync(set);")]
    [InlineData("var set = {0}; set.Spec.Selector = Select(); await client.CreateAsync(set);")]
    [InlineData("var set = {0}; Complete(set); await client.CreateAsync(set);")]
    [InlineData("var name = CreateName({0});")]
    [InlineData("V1StatefulSet other = null; var set = {0}; var one = kubernetes is null ? set : other; await client.CreateAsync(one);")]
    public Task APartOfASetNeedsNone(string code) => VerifyAsync(code, "new");

    [Theory]
    [InlineData("await client.CreateAsync(Build());", "{|HF6007:new|}")]
    [InlineData("var set = Build(); set.Spec.Replicas = 3; await client.CreateAsync(set);", "{|HF6007:new|}")]
    [InlineData("await client.CreateAsync(Build()); await client.SaveAsync(Build());", "{|HF6007:new|}")]
    [InlineData("var set = Build(); set.Spec.Selector = Select(); await client.CreateAsync(set);", "new")]
    [InlineData("var set = Build(); Complete(set); await client.CreateAsync(set);", "new")]
    [InlineData("await client.ApplyAsync(Build());", "new")]
    [InlineData("var patch = new V1Patch(Build(), V1Patch.PatchType.MergePatch); await kubernetes.AppsV1.PatchNamespacedStatefulSetAsync(patch, \"orders\", \"shop\");", "new")]
    public Task ASetThatAnotherMethodMakesIsJudgedByItsUse(string code, string made) =>
        VerifyAsync(code, made, "static V1StatefulSet Build() => " + Made(made) + ";");

    /// <summary>What is given to a variable in any case is in the object that is created, whichever that is.</summary>
    [Theory]
    [InlineData("V1StatefulSet set; if (found.Items.Count > 0) { set = found.Items[0]; } else { set = new V1StatefulSet().Initialize(); set.Metadata.Name = name; } set.Spec = {0}; await client.CreateAsync(set);", true)]
    [InlineData("V1StatefulSet set = found.Items.FirstOrDefault(); if (set == null) { set = new V1StatefulSet { Metadata = new() { Name = name } }; } set.Spec = {0}; set.Spec.Replicas = 3; await client.CreateAsync(set);", true)]
    [InlineData("V1StatefulSet set; if (found.Items.Count > 0) { set = new V1StatefulSet { Metadata = new() { Name = name } }; } else { set = found.Items[0]; } set.Spec = {0}; await client.CreateAsync(set);", false)]
    [InlineData("V1StatefulSet set = new V1StatefulSet { Metadata = new() { Name = name } }; set.Spec = {0}; if (found.Items.Count > 0) set = found.Items[0]; await client.CreateAsync(set);", false)]
    [InlineData("V1StatefulSet set = null; if (found.Items.Count > 0) set = new V1StatefulSet { Metadata = new() { Name = name } }; if (name == null) set.Spec = {0}; await client.CreateAsync(set);", false)]
    [InlineData("V1StatefulSet set = null; if (found.Items.Count > 0) set = new V1StatefulSet { Metadata = new() { Name = name } }; set.Spec = {0}; set.Spec.Selector = Select(); await client.CreateAsync(set);", false)]
    [InlineData("V1StatefulSet set = null; if (found.Items.Count > 0) set = new V1StatefulSet { Metadata = new() { Name = name } }; set.Spec = {0}; Complete(set); await client.CreateAsync(set);", false)]
    [InlineData("V1StatefulSet set = null; if (found.Items.Count > 0) set = new V1StatefulSet { Metadata = new() { Name = name } }; set.Spec = {0}; await client.UpdateAsync(set);", false)]
    [InlineData("V1StatefulSet set = null; foreach (var one in found.Items) { set.Spec = {0}; await client.CreateAsync(set); set = new V1StatefulSet { Metadata = new() { Name = name } }; }", false)]
    public Task ASpecThatIsGivenWhicheverSetItIs(string code, bool isFound) => VerifyAsync(
        code.Replace("{0}", $"new {(isFound ? "{|HF6007:V1StatefulSetSpec|}" : "V1StatefulSetSpec")} {{{Spec}}}", StringComparison.Ordinal),
        "new",
        parameters: "V1StatefulSetList found, string name");

    private static string Made(string made) => Set.Replace("    Spec = new()\n    {\n        Serv", $"    Spec = {made}()\n    {{\n        Serv", StringComparison.Ordinal);

    private static Task VerifyAsync(string code, string made, string method = "", string parameters = "") => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        interface IClient
        {
            Task<T> CreateAsync<T>(T entity);
            Task<T> SaveAsync<T>(T entity);
            Task<T> UpdateAsync<T>(T entity);
            Task<T> ApplyAsync<T>(T entity);
            Task<T> CreateOrUpdateAsync<T>(T entity);
            Task<T> CreatePatchAsync<T>(T entity);
            Task<T> CreateOrPatchAsync<T>(T entity);
        }
        class Operator(IKubernetes kubernetes, IClient client)
        {
            async Task Reconcile({{parameters}})
            {
                {{code.Replace("{0}", Made(made), StringComparison.Ordinal)}}
                await Task.CompletedTask;
            }
            {{method}}
            static V1LabelSelector Select() => new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } };
            static void Complete(V1StatefulSet set) => set.Spec.Selector = Select();
            static string CreateName(V1StatefulSet set) => set.Metadata.Name;
        }
        """);
}
