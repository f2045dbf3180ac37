using System.Net;
using System.Text;
using k8s;

namespace Company.Operator1.Tests;

/// <summary>Answers in place of an API server: a list of resources, and each applied object as it was sent.</summary>
internal sealed class FakeApiServer(params DemoAppResource[] resources) : DelegatingHandler
{
    /// <summary>The paths and queries of what was applied, in order.</summary>
    public List<string> Applied { get; } = [];

    /// <summary>A namespace whose objects it refuses.</summary>
    public string? Refused { get; init; }

    public IKubernetes NewClient() => new Kubernetes(new KubernetesClientConfiguration { Host = "http://localhost" }, this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body;
        if (request.Method == HttpMethod.Patch)
        {
            if (request.RequestUri!.AbsolutePath.Contains($"/namespaces/{Refused}/", StringComparison.Ordinal))
            {
                return new HttpResponseMessage(HttpStatusCode.UnprocessableEntity) { RequestMessage = request, Content = new StringContent("refused") };
            }

            Applied.Add(request.RequestUri.PathAndQuery);
            body = await request.Content!.ReadAsStringAsync(cancellationToken);
        }
        else
        {
            Assert.Equal("/apis/example.com/v1/demoapps", request.RequestUri!.AbsolutePath);
            body = KubernetesJson.Serialize(new DemoAppResourceList { Items = resources });
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
