using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Holdfast.Analyzers.Tests.Manifests;
using Holdfast.Tests.Shared;
using k8s;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>What docs/typed-objects.md shows compiles, and sends what it says.</summary>
public partial class TypedObjectsPageTests
{
    [Fact]
    public async Task WhatThePageShowsAppliesTheObjects()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "docs", "typed-objects.md"), TestContext.Current.CancellationToken);
        string[] sources = [.. Code().Matches(page).Select(static match => match.Groups[1].Value)];
        EmittedManifest manifest = EmittedManifest.Of("Orders", sources);
        Type cluster = manifest.Type.Assembly.GetType("Cluster", throwOnError: true)!;

        Assert.Equal(
            ["PATCH /apis/apps/v1/namespaces/shop/statefulsets/orders?fieldManager=orders-operator&force=true application/apply-patch+yaml 5"],
            await SendAsync("ApplyAsync"));
        Assert.Equal(
            [
                "PATCH /api/v1/namespaces/shop/services/orders?fieldManager=orders-operator&force=true application/apply-patch+yaml -",
                "PATCH /api/v1/namespaces/shop/services/orders-front?fieldManager=orders-operator&force=true application/apply-patch+yaml -",
                "PATCH /api/v1/namespaces/shop/services/orders-each-0?fieldManager=orders-operator&force=true application/apply-patch+yaml -",
                "PATCH /api/v1/namespaces/shop/services/orders-each-1?fieldManager=orders-operator&force=true application/apply-patch+yaml -",
                "PATCH /api/v1/namespaces/shop/services/orders-each-2?fieldManager=orders-operator&force=true application/apply-patch+yaml -",
                "PATCH /apis/policy/v1/namespaces/shop/poddisruptionbudgets/orders?fieldManager=orders-operator&force=true application/apply-patch+yaml -",
                "PATCH /apis/apps/v1/namespaces/shop/statefulsets/orders?fieldManager=orders-operator&force=true application/apply-patch+yaml 3",
            ],
            await SendAsync("ApplyAllAsync"));

        async Task<List<string>> SendAsync(string method)
        {
            var server = new Server();
            using var client = new Kubernetes(new KubernetesClientConfiguration { Host = "http://cluster" }, server);
            await (Task)cluster.GetMethod(method)!.Invoke(null, [client, "shop", TestContext.Current.CancellationToken])!;
            return server.Requests;
        }
    }

    [Fact]
    public void ThePageNamesTheMembersThatThereAre()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "typed-objects.md"));
        EmittedManifest manifest = EmittedManifest.Of("Orders", Code().Match(page).Groups[1].Value);
        Assert.All(
            manifest.Type.GetNestedType("Manifests")!.GetProperties(),
            property => Assert.Matches($@"(?m)^\| .*`{property.Name}`", page));
    }

    [GeneratedRegex("```csharp[^\n]*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>An API server that takes everything.</summary>
    private sealed class Server : DelegatingHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {request.Content.Headers.ContentType?.MediaType} {JsonNode.Parse(body)!["spec"]!["replicas"]?.ToJsonString() ?? "-"}");
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
