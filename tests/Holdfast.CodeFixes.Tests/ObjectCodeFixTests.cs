using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.CodeFixes.Tests;

/// <summary>Fixes in code that makes objects with KubernetesClient.</summary>
public class ObjectCodeFixTests
{
    [Fact]
    public Task TextsAreReplaced() => VerifyAsync(
        Code(name: "{|HF2002:\"My_Orders\"|}", storage: "{|HF3008:\"10GB\"|}", mount: "{|HF3006:\"dat\"|}", later: "set.Spec.Template.Spec.Containers[0].Name = {|HF2003:\"Orders\"|};"),
        Code(name: "\"my-orders\"", storage: "\"10Gi\"", mount: "\"data\"", later: "set.Spec.Template.Spec.Containers[0].Name = \"orders\";"));

    [Fact]
    public Task ALiteralThatALocalGetsIsReplaced() => VerifyAsync(
        Code(name: "name", storage: "new ResourceQuantity({|HF3008:\"1g\"|})", before: "var name = {|HF2002:\"Orders\"|};"),
        Code(name: "name", storage: "new ResourceQuantity(\"1Gi\")", before: "var name = \"orders\";"));

    [Fact]
    public Task ALabelThatNoPodHasIsReplaced() => VerifyAsync<ReplaceTextCodeFix>(Front("{|HF1016:\"frnt\"|}", "8080"), Front("\"front\"", "8080"), comparesObjects: true);

    [Fact]
    public Task ThePortOfAServiceIsReplacedInAPolicy() => VerifyAsync<ReplaceTextCodeFix>(Front("\"front\"", "{|HF5022:80|}"), Front("\"front\"", "8080"), comparesObjects: true);

    private static string Front(string app, string allowed) => $$"""
        using System.Collections.Generic;
        using k8s.Models;
        static class Operator
        {
            static object[] Make()
            {
                var service = new V1Service
                {
                    Metadata = new() { Name = "front" },
                    Spec = new() { Selector = new Dictionary<string, string> { ["app"] = {{app}} }, Ports = [new() { Name = "http", Port = 80, TargetPort = 8080 }] },
                };
                var front = new V1Deployment
                {
                    Metadata = new() { Name = "front" },
                    Spec = new()
                    {
                        Replicas = 1,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "front" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "front" } },
                            Spec = new() { Containers = [new() { Name = "front", Image = "front:1.0", Ports = [new() { Name = "http", ContainerPort = 8080 }] }] },
                        },
                    },
                };
                var policy = new V1NetworkPolicy
                {
                    Metadata = new() { Name = "front" },
                    Spec = new()
                    {
                        PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "front" } },
                        Ingress = [new() { Ports = [new() { Port = {{allowed}} }] }],
                    },
                };
                return [service, front, policy];
            }
        }
        """;

    [Fact]
    public Task AConstantOfAnotherPlaceIsLeftAlone()
    {
        string source = Code(name: "{|HF2002:Name|}") + "\npartial class Operator { private const string Name = \"Orders\"; }";
        return VerifyAsync(source, source);
    }

    [Theory]
    [InlineData("new V1PersistentVolumeClaimSpec { {|HF9032:AccessModes = { text }|} }", "new V1PersistentVolumeClaimSpec { AccessModes = new List<string> { text } }")]
    [InlineData("new V1ObjectMeta { {|HF9032:Labels = { [\"a\"] = text }|} }", "new V1ObjectMeta { Labels = new Dictionary<string, string> { [\"a\"] = text } }")]
    [InlineData("new V1PodSpec { {|HF9032:Containers = { new V1Container() }|} }", "new V1PodSpec { Containers = new List<V1Container> { new V1Container() } }")]
    [InlineData("new V1Pod { {|HF9032:Metadata = { Name = text }|} }", "new V1Pod { Metadata = new V1ObjectMeta { Name = text } }")]
    public Task ANullPropertyGetsANewValue(string made, string corrected) => VerifyAsync<NullInitializerCodeFix>(Made(made), Made(corrected));

    private static string Made(string made) => $$"""
        using System.Collections.Generic;
        using k8s.Models;
        static class Operator { static object Make(string text) => {{made}}; }
        """;

    private static Task VerifyAsync(string source, string corrected) => VerifyAsync<ReplaceTextCodeFix>(source, corrected);

    private static Task VerifyAsync<TFix>(string source, string corrected, bool comparesObjects = false)
        where TFix : DiagnosticCodeFix, new()
    {
        var test = new FixTest<TFix>();

        // What compares objects is found at the end of a build: dotnet format applies such a fix, and editors do not ask for one.
        if (comparesObjects)
        {
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        }

        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(V1StatefulSet).Assembly.Location));
        test.FixedState.InheritanceMode = StateInheritanceMode.AutoInheritAll;
        test.TestState.Sources.Add(source);
        test.FixedState.Sources.Add(corrected);
        return test.RunAsync();
    }

    private static string Code(string name = "\"orders\"", string storage = "\"10Gi\"", string mount = "\"data\"", string before = "", string later = "") => $$"""
        using System.Collections.Generic;
        using k8s.Models;
        partial class Operator
        {
            V1StatefulSet Make()
            {
                {{before}}
                var set = new V1StatefulSet
                {
                    Metadata = new() { Name = {{name}} },
                    Spec = new()
                    {
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                            Spec = new() { Containers = [new() { Name = "orders", Image = "orders:1.0", VolumeMounts = [new() { Name = "data", MountPath = "/data" }, new() { Name = {{mount}}, MountPath = "/more" }] }] },
                        },
                        VolumeClaimTemplates =
                        [
                            new()
                            {
                                Metadata = new() { Name = "data" },
                                Spec = new() { AccessModes = ["ReadWriteOncePod"], Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = {{storage}} } } },
                            },
                        ],
                    },
                };
                {{later}}
                return set;
            }
        }
        """;
}
