using System.Net;
using System.Net.Sockets;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using k8s;
using k8s.Exceptions;

namespace Holdfast.Tool.Cluster;

/// <summary>Reads objects of a cluster as its API server writes them. It sends <c>GET</c> alone, so nothing in the cluster changes.</summary>
internal sealed class ClusterReader : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly Client _client;

    private ClusterReader(KubernetesClientConfiguration configuration)
    {
        _client = new Client(configuration);
        Context = configuration.CurrentContext ?? configuration.Host;
        Namespace = string.IsNullOrEmpty(configuration.Namespace) ? "default" : configuration.Namespace;
    }

    /// <summary>The name of the context.</summary>
    public string Context { get; }

    /// <summary>The namespace of objects that name none.</summary>
    public string Namespace { get; }

    /// <summary>Connects as kubectl does.</summary>
    /// <param name="kubeconfig">The file of contexts; null for the one that kubectl takes.</param>
    /// <param name="context">The context; null for the current one.</param>
    public static ClusterReader Open(string? kubeconfig, string? context)
    {
        try
        {
            // kubectl takes several files, and the first is the one that has the current context in nearly all cases.
            string? path = kubeconfig ?? Environment.GetEnvironmentVariable("KUBECONFIG")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            KubernetesClientConfiguration configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(path, context);
            configuration.HttpClientTimeout = Timeout;
            return new ClusterReader(configuration);
        }
        catch (Exception exception) when (exception is KubeConfigException or IOException or FormatException or ArgumentException or YamlDotNet.Core.YamlException)
        {
            throw new InputException($"The cluster's configuration cannot be read: {exception.Message}");
        }
    }

    /// <summary>An object or a list; null where there is none.</summary>
    /// <param name="path">The path on the API server.</param>
    public MappingNode? Get(string path)
    {
        (HttpStatusCode status, string body) = Send(path);
        return status switch
        {
            HttpStatusCode.OK => Read(body),
            HttpStatusCode.NotFound => null,
            HttpStatusCode.Forbidden => throw new InputException($"The cluster does not let you read {path} (403 Forbidden)."),
            HttpStatusCode.Unauthorized => throw new InputException("The cluster does not know you (401 Unauthorized); log in as for kubectl."),
            _ => throw new InputException($"The cluster answers {(int)status} to {path}."),
        };
    }

    /// <summary>The same where reading it may not be allowed: null then, too.</summary>
    public MappingNode? TryGet(string path)
    {
        (HttpStatusCode status, string body) = Send(path);
        return status == HttpStatusCode.OK ? Read(body) : null;
    }

    public void Dispose() => _client.Dispose();

    private (HttpStatusCode Status, string Body) Send(string path)
    {
        try
        {
            return _client.Get(path).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or OperationCanceledException or KubernetesException)
        {
            throw new InputException($"The cluster of the context '{Context}' does not answer: {exception.Message}");
        }
    }

    /// <summary>JSON is YAML, so there is one reader of objects.</summary>
    private static MappingNode? Read(string json) => YamlReader.Read(json).Documents.FirstOrDefault();

    /// <summary>The library's client with its certificates and credentials, for any path.</summary>
    private sealed class Client(KubernetesClientConfiguration configuration) : Kubernetes(configuration)
    {
        public async Task<(HttpStatusCode Status, string Body)> Get(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(BaseUri, path.TrimStart('/')));
            if (Credentials is not null)
            {
                await Credentials.ProcessHttpRequestAsync(request, CancellationToken.None).ConfigureAwait(false);
            }

            using HttpResponseMessage response = await HttpClient.SendAsync(request).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsStringAsync().ConfigureAwait(false));
        }
    }
}
