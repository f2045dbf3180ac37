namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>Parts that code adds to objects which are not known: their own values are judged, and nothing that may still come.</summary>
public class LoosePartTests
{
    [Theory]
    [InlineData("pod.Spec.Volumes.Add(new V1Volume { Name = \"scripts\", ConfigMap = new() { Name = \"scripts\", DefaultMode = {|HF6015:111|} } });")]
    [InlineData("pod.Spec.Volumes.Add(new V1Volume { Name = \"scripts\", ConfigMap = new() { Name = \"scripts\", DefaultMode = {|HF6005:644|} } });")]
    [InlineData("(pod.Spec.Volumes ??= []).Add(new() { Name = \"scripts\", Secret = new() { SecretName = \"scripts\", DefaultMode = {|HF6015:400|} } });")]
    [InlineData("var volumes = pod.Spec.Volumes ??= []; volumes.Add(new() { Name = \"scripts\", Secret = new() { DefaultMode = {|HF6015:440|} } });")]
    [InlineData("if (flag) pod.Spec.Containers[0].Ports.Add(new V1ContainerPort { ContainerPort = {|HF6005:70000|} });")]
    [InlineData("foreach (string one in names) set.Spec.Template.Spec.Containers[0].Env.Add(new() { {|HF6005:Name = \"\"|} });", false)]
    [InlineData("container.Ports = names.Select(name => new V1ContainerPort { Name = name, ContainerPort = 8080, Protocol = {|HF6008:\"tcp\"|} }).ToList();")]
    [InlineData("pod.Spec.Containers = new List<V1Container> { new() { Name = names[0], Ports = names.Select(name => new V1ContainerPort { ContainerPort = {|HF6005:0|} }).ToList() } };")]
    [InlineData("var port = new V1ContainerPort { ContainerPort = {|HF6005:-1|} }; container.Ports.Add(port);")]
    [InlineData("pod.Spec.Volumes.Add(new V1Volume { Name = \"scripts\", ConfigMap = new() { Name = \"scripts\", DefaultMode = 292 } });")]
    [InlineData("pod.Spec.Volumes.Add(new V1Volume());")]
    [InlineData("pod.Spec.Containers.Add(new V1Container { Name = names[0] });")]
    [InlineData("var port = new V1ContainerPort { ContainerPort = -1 }; port.ContainerPort = 80; container.Ports.Add(port);")]
    [InlineData("var port = new V1ContainerPort { ContainerPort = -1 }; Complete(port); container.Ports.Add(port);")]
    [InlineData("var port = new V1ContainerPort { ContainerPort = -1 }; Console.WriteLine(port);")]
    [InlineData("bool is0 = names.Any(name => new V1ContainerPort { ContainerPort = -1 }.Name == name);")]
    public Task OnlyWhatAPartHasIsJudged(string body, bool isJudged = true) => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        class Operator
        {
            void Add(V1Pod pod, V1StatefulSet set, V1Container container, List<string> names, bool flag)
            {
                {{(isJudged ? body : body.Replace("{|HF6005:", string.Empty, StringComparison.Ordinal).Replace("|}", string.Empty, StringComparison.Ordinal))}}
            }

            static void Complete(V1ContainerPort port) => port.ContainerPort = 80;
        }
        """);

    [Fact]
    public async Task WhatAKnownObjectHasIsReportedOnce() => await KubernetesCode.VerifyAsync(KubernetesCode.Usings + """
        class Operator
        {
            V1Pod Make()
            {
                var port = new V1ContainerPort { ContainerPort = {|HF6005:-1|} };
                var container = new V1Container { Name = "orders", Image = "orders:1.0", Ports = new List<V1ContainerPort>() };
                container.Ports.Add(port);
                return new V1Pod { Metadata = new() { Name = "orders" }, Spec = new() { Containers = [container] } };
            }
        }
        """);

    [Fact]
    public async Task WhatAMethodAddsToAKnownObjectIsReportedOnce() => await KubernetesCode.VerifyAsync(KubernetesCode.Usings + """
        class Operator
        {
            V1Pod Make()
            {
                var container = new V1Container { Name = "orders", Image = "orders:1.0", Ports = new List<V1ContainerPort>() };
                Listen(container);
                return new V1Pod { Metadata = new() { Name = "orders" }, Spec = new() { Containers = [container] } };
            }

            static void Listen(V1Container container) => container.Ports.Add(new V1ContainerPort { ContainerPort = {|HF6005:-1|} });
        }
        """);

    /// <summary>A claim is part of a set where it becomes a template, and an object by itself elsewhere.</summary>
    [Theory]
    [InlineData("set.Spec.VolumeClaimTemplates = names.Select(name => new V1PersistentVolumeClaim { Metadata = new() { Name = name }, Spec = new() { AccessModes = [{|HF2020:\"ReadWriteonce\"|}] } }).ToList();")]
    [InlineData("set.Spec.VolumeClaimTemplates = Templates(names);", "{|HF2020:\"ReadWriteonce\"|}")]
    [InlineData("var templates = Templates(names); Console.WriteLine(templates.Count);", "{|HF2020:\"ReadWriteonce\"|}")]
    [InlineData("set.Spec.VolumeClaimTemplates = names.Select(name => new V1PersistentVolumeClaim { Metadata = new() { Name = name }, Spec = new() { AccessModes = [\"ReadWriteOnce\"], Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { [\"storage\"] = new(\"1Gi\") } } } }).ToList();")]
    public Task ClaimTemplatesOfLinqAreJudged(string body, string mode = "\"ReadWriteOnce\"") => KubernetesCode.VerifyAsync(KubernetesCode.Usings + $$"""
        class Operator
        {
            void Add(V1StatefulSet set, List<string> names)
            {
                {{body}}
            }

            static IList<V1PersistentVolumeClaim> Templates(List<string> names) =>
                names.Select(name => new V1PersistentVolumeClaim
                {
                    Metadata = new() { Name = name },
                    Spec = new() { AccessModes = [{{mode}}], Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new("1Gi") } } },
                }).ToList();
        }
        """);
}
