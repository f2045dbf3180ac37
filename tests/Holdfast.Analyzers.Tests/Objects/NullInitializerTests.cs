using System.Reflection;
using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>Initializers that add to what KubernetesClient's models leave null.</summary>
[HomeOf("HF9032")]
public class NullInitializerTests
{
    [Theory]
    [InlineData("new V1PersistentVolumeClaimSpec { {|HF9032:AccessModes = { text }|} }")]
    [InlineData("new V1ObjectMeta { Name = \"a\", {|HF9032:Labels = { [\"app\"] = text }|} }")]
    [InlineData("new V1ObjectMeta { {|HF9032:Labels = { { \"app\", text } }|}, {|HF9032:Annotations = { [\"a\"] = text }|} }")]
    [InlineData("new V1Container { {|HF9032:Ports = { new V1ContainerPort { ContainerPort = 80 } }|} }")]
    [InlineData("new V1PodTemplateSpec { {|HF9032:Metadata = { Name = text }|} }")]
    [InlineData("new V1PodTemplateSpec { {|HF9032:Metadata = { Labels = { [\"app\"] = text } }|} }")]
    [InlineData("new V1PodTemplateSpec { Metadata = new() { {|HF9032:Labels = { [\"app\"] = text }|} } }")]
    [InlineData("new V1Secret { {|HF9032:Data = { [\"a\"] = null }|} }")]
    [InlineData("new V1PersistentVolumeClaimSpec { AccessModes = [text] }")]
    [InlineData("new V1PersistentVolumeClaimSpec { AccessModes = new List<string> { text } }")]
    [InlineData("new V1PersistentVolumeClaimSpec { AccessModes = { } }")]
    [InlineData("new V1ObjectMeta { Labels = new Dictionary<string, string> { [\"app\"] = text } }")]
    [InlineData("new Made { Labels = { [\"app\"] = text } }")]
    [InlineData("new Own { Labels = { [\"app\"] = text }, Modes = { text } }")]
    public Task AnInitializerWithoutNew(string made) => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        static class Shop
        {
            public static object Make(string text) => {{made}};
        }
        record Made : V1ObjectMeta { public Made() => Labels = new Dictionary<string, string>(); }
        class Own { public Dictionary<string, string> Labels { get; } = new(); public List<string> Modes { get; } = new(); }
        """);

    [Theory]
    [InlineData("{|HF9032:claim.Spec.AccessModes|}.Add(text);")]
    [InlineData("{|HF9032:claim.Spec.AccessModes|}.Add(text); Use(claim);")]
    [InlineData("claim.Metadata.Name = text; {|HF9032:claim.Spec.AccessModes|}.Add(text);")]
    [InlineData("{|HF9032:claim.Metadata.Labels|}[\"app\"] = text;")]
    [InlineData("{|HF9032:claim.Metadata.Labels|}.Add(\"app\", text);")]
    [InlineData("if (text.Length > 0) { {|HF9032:claim.Metadata.Labels|}.Add(\"app\", text); }")]
    [InlineData("claim.Spec.AccessModes = new List<string>(); claim.Spec.AccessModes.Add(text);")]
    [InlineData("claim.Spec.AccessModes ??= new List<string>(); claim.Spec.AccessModes.Add(text);")]
    [InlineData("claim.Spec = Spec(); claim.Spec.AccessModes.Add(text);")]
    [InlineData("claim = Claim(); claim.Spec.AccessModes.Add(text);")]
    [InlineData("Use(claim); claim.Spec.AccessModes.Add(text);")]
    [InlineData("Use(claim.Spec); claim.Spec.AccessModes.Add(text);")]
    [InlineData("var spec = claim.Spec; spec.AccessModes = []; claim.Spec.AccessModes.Add(text);")]
    [InlineData("claim.EnsureMetadata(); claim.Metadata.Labels.Add(\"app\", text);")]
    [InlineData("claim.SetLabel(\"a\", \"b\"); claim.Metadata.Labels.Add(\"app\", text);")]
    [InlineData("if (claim.Spec.AccessModes != null) claim.Spec.AccessModes.Add(text);")]
    [InlineData("claim.Spec.AccessModes?.Add(text);")]
    [InlineData("foreach (var c in text) { claim.Spec.AccessModes.Add(text); Use(claim); }")]
    [InlineData("claim.Spec.Resources.Requests.Add(\"storage\", \"1Gi\");")] // made by the initializer
    [InlineData("other.Spec.AccessModes.Add(text);")]
    public Task AnAdditionToNothing(string code)
    {
        RuleTest test = KubernetesCode.Test(KubernetesCode.Usings + $$"""
        static class Shop
        {
            public static void Make(string text, V1PersistentVolumeClaim other)
            {
                var claim = new V1PersistentVolumeClaim
                {
                    Metadata = new V1ObjectMeta { Name = "data" },
                    Spec = new() { Resources = new() { Requests = new Dictionary<string, ResourceQuantity>() }, VolumeName = text },
                };
                {{code}}
            }

            static void Use(object value) { }
            static V1PersistentVolumeClaim Claim() => throw new NotSupportedException();
            static V1PersistentVolumeClaimSpec Spec() => throw new NotSupportedException();
        }
        """);
        test.DisabledDiagnostics.Add("HF6007");
        return test.RunAsync();
    }

    /// <summary>All problems of an object at once.</summary>
    [Fact]
    public Task WhatElseIsWrongIsReportedToo() => KubernetesCode.VerifyAsync(KubernetesCode.Usings + """
        static class Shop
        {
            public static V1PersistentVolumeClaim Make() => new()
            {
                Metadata = new() { Name = {|HF2003:"Data"|}, {|HF9032:Labels = { ["app"] = "orders" }|} },
                Spec = new()
                {
                    {|HF9032:AccessModes = { "ReadWriteOnce" }|},
                    Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new({|HF3008:"10GB"|}) } },
                },
            };
        }
        """);

    [Fact]
    public async Task TheMessageNamesThePropertyAndWhatToWrite()
    {
        var run = new ManifestRun();
        run.Reference(KubernetesCode.Reference).Source(KubernetesCode.Usings + "class A { object Make() => new V1PersistentVolumeClaimSpec { AccessModes = { \"ReadWriteOnce\" } }; }");
        Assert.Equal(
            "error HF9032: AccessModes of a new V1PersistentVolumeClaimSpec is null, and an initializer without 'new' adds to what is there, so it throws a NullReferenceException; write 'AccessModes = new List<string> { … }'",
            Assert.Single(await run.ShowAsync()).Split(": ", 2)[1]);
    }

    /// <summary>The rule is true of this version of the library as a whole.</summary>
    [Fact]
    public void EveryModelLeavesEverythingNull()
    {
        int seen = 0;
        foreach (Type type in typeof(V1StatefulSet).Assembly.GetTypes().Where(static type => type is { Namespace: "k8s.Models", IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null))
        {
            object model = Activator.CreateInstance(type)!;
            foreach (PropertyInfo property in type.GetProperties().Where(static property => !property.PropertyType.IsValueType && property.GetCustomAttributes().Any(static attribute => attribute.GetType().Name == "JsonPropertyNameAttribute")))
            {
                seen++;
                Assert.True(property.GetValue(model) is null, $"{type.Name}.{property.Name}");
            }
        }

        Assert.True(seen > 2000);
    }
}
