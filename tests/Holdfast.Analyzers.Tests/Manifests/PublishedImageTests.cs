using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What is known of an image that the project publishes: as whom it runs, where it listens, and where it writes.</summary>
public class PublishedImageTests
{
    [Theory]
    [InlineData(1654)]
    [InlineData(1654, "ContainerUser", "app")]
    [InlineData(1654, "ContainerBaseImage", "mcr.microsoft.com/dotnet/aspnet:10.0-alpine")]
    [InlineData(2000, "ContainerUser", "2000")]
    [InlineData(1000, "ContainerUser", "root")]
    [InlineData(1000, "ContainerUser", "0")]
    [InlineData(1000, "ContainerBaseImage", "registry.example.com/base:1.0")]
    [InlineData(1000, "HoldfastImage", "registry.example.com/other:1.0")]
    public void ItsUserIsThatOfTheImage(long user, string property = "Any", string value = "")
    {
        V1PodSecurityContext context = Published("[Container]", properties: (property, value)).StatefulSet.Spec.Template.Spec.SecurityContext;
        Assert.Equal((user, user, user, true), (context.RunAsUser, context.RunAsGroup, context.FsGroup, context.RunAsNonRoot));
    }

    [Theory]
    [InlineData("[Container] [SecurityContext(RunAsUser = 70)]", 70L, 70L)]
    [InlineData("[Container] [SecurityContext(FsGroup = 70)]", 1654L, 70L)]
    [InlineData("[Container] [SecurityContext(AllowRoot = true)]", null, null)]
    [InlineData("[Container(\"shop/orders:1.0\")]", 1654L, 1654L)]
    [InlineData("[Container(\"postgres:17\")]", 1000L, 1000L)]
    [InlineData("", 1654L, 1654L)]
    public void WhatIsDeclaredComesFirst(string attributes, long? user, long? group)
    {
        V1PodSecurityContext context = Published(attributes).StatefulSet.Spec.Template.Spec.SecurityContext;
        Assert.Equal((user, group), (context.RunAsUser, context.FsGroup));
    }

    [Fact]
    public void APortWithoutANumberIs8080()
    {
        EmittedManifest manifest = Published("[Container]", "[Port] public static partial ServicePort Http { get; }");
        Assert.Equal(8080, manifest.Member<ServicePort>("Http").Number);
        Assert.Equal(8080, manifest.Container.Ports.Single().ContainerPort);
        Assert.Equal(8080, manifest.Service("orders").Spec.Ports.Single().Port);
        Assert.DoesNotContain(manifest.Container.Env, static variable => variable.Name == "ASPNETCORE_HTTP_PORTS");
    }

    [Theory]
    [InlineData("9090", "[Port(9090)] public static partial ServicePort Http { get; }")]
    [InlineData("9090", "[Port(9090, AppProtocol = \"kubernetes.io/h2c\")] public static partial ServicePort Grpc { get; }")]
    [InlineData("8080;9090", "[Port] public static partial ServicePort Http { get; } [Port(9090, AppProtocol = \"http\")] public static partial ServicePort Admin { get; }")]
    [InlineData(null, "[Port(8080)] public static partial ServicePort Http { get; }")]
    [InlineData(null, "[Port(5000)] public static partial ServicePort Raft { get; }")]
    [InlineData(null, "[Port(8443, AppProtocol = \"https\", Name = \"http\")] public static partial ServicePort Https { get; }")]
    [InlineData(null, "[Port(9090, Protocol = PortProtocol.Udp)] public static partial ServicePort Http { get; }")]
    [InlineData(null, "")]
    [InlineData("7070", "[Port(9090)] public static partial ServicePort Http { get; }", "[Container] [Env(\"ASPNETCORE_HTTP_PORTS\", \"7070\")]")]
    [InlineData(null, "[Port(9090)] public static partial ServicePort Http { get; }", "[Container] [Env(\"ASPNETCORE_URLS\", \"http://+:9090\")]")]
    [InlineData(null, "[Port(9090)] public static partial ServicePort Http { get; }", "[Container] [Env(\"Kestrel__Endpoints__Http__Url\", \"http://+:9090\")]")]
    [InlineData(null, "[Port(9090)] public static partial ServicePort Http { get; }", "[Container] [EnvFrom(ConfigMap = \"settings\")]")]
    [InlineData(null, "[Port(9090)] public static partial ServicePort Http { get; }", "[Container(Args = new[] { \"--urls=http://+:9090\" })]")]
    [InlineData(null, "[Port(9090)] public static partial ServicePort Http { get; }", "[Container(\"postgres:17\")]")]
    public void ItListensWhereAPortIsDeclared(string? expected, string members, string attributes = "[Container]") => Assert.Equal(
        expected,
        Published(attributes, members).Container.Env.SingleOrDefault(static variable => variable.Name == "ASPNETCORE_HTTP_PORTS")?.Value);

    [Theory]
    [InlineData("tmp", "[Container] [SecurityContext(ReadOnlyRootFilesystem = true)]")]
    [InlineData("holdfast-tmp", "[Container] [SecurityContext(ReadOnlyRootFilesystem = true)]", "[EmptyDir(MountPath = \"/scratch\")] public static partial Volume Tmp { get; }")]
    [InlineData(null, "[Container]")]
    [InlineData(null, "[Container] [SecurityContext(ReadOnlyRootFilesystem = true)] [Env(\"TMPDIR\", \"/scratch\")]")]
    [InlineData(null, "[Container(\"postgres:17\")] [SecurityContext(ReadOnlyRootFilesystem = true)]")]
    [InlineData("scratch", "[Container] [SecurityContext(ReadOnlyRootFilesystem = true)]", "[EmptyDir(MountPath = \"/tmp/\")] public static partial Volume Scratch { get; }")]
    public void ItHasAPlaceForTemporaryFilesWhereItsRootIsReadOnly(string? expected, string attributes, string members = "")
    {
        EmittedManifest manifest = Published(attributes, members);
        V1VolumeMount? mount = manifest.Container.VolumeMounts?.SingleOrDefault(static mount => mount.MountPath.TrimEnd('/') == "/tmp");
        Assert.Equal(expected, mount?.Name);
        Assert.Equal(expected is null ? 0 : 1, manifest.StatefulSet.Spec.Template.Spec.Volumes?.Count(volume => volume.Name == expected && volume.EmptyDir is not null) ?? 0);
    }

    /// <summary>A further container is of another image, which is not known to need it.</summary>
    [Fact]
    public void OnlyItsOwnContainerHasThat()
    {
        V1PodSpec pod = Published("[Container] [SecurityContext(ReadOnlyRootFilesystem = true)]", "[Container(\"side:1\")] static partial class Side { }").StatefulSet.Spec.Template.Spec;
        Assert.Single(pod.Containers[0].VolumeMounts);
        Assert.Null(pod.Containers[1].VolumeMounts);
    }

    private static EmittedManifest Published(string attributes, string members = "", params (string Property, string Value)[] properties) => EmittedManifest.Of(
        "Orders",
        properties.Prepend(("ContainerImageTag", "1.0")).Prepend(("ContainerRepository", "shop/orders")).ToDictionary(static pair => pair.Item1, static pair => pair.Item2),
        $"using Holdfast; [StatefulApp(\"orders\")] {attributes} partial class Orders {{ {members} }}");
}
