using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Holdfast.Tool.Tests.Planning;

/// <summary>An API server on this machine that has what a test gives it, and notes what it is asked.</summary>
internal sealed class StubCluster : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _requests = [];

    public StubCluster()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AnswerAsync);
        Answer("/api/v1", """{"resources":[{"name":"services","kind":"Service","namespaced":true},{"name":"services/status","kind":"Service","namespaced":true},{"name":"configmaps","kind":"ConfigMap","namespaced":true},{"name":"pods","kind":"Pod","namespaced":true}]}""");
        Answer("/apis/apps/v1", """{"resources":[{"name":"statefulsets","kind":"StatefulSet","namespaced":true},{"name":"statefulsets/scale","kind":"Scale","namespaced":true}]}""");
    }

    public string Address { get; }

    /// <summary>Methods and paths, in their order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public string Kubeconfig => $$"""
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: stub
          cluster: {server: "{{Address}}"}
        contexts:
        - name: test
          context: {cluster: stub, user: reader, namespace: shop}
        users:
        - name: reader
          user: {token: the-token}

        """;

    public StubCluster Answer(string path, string json, int status = 200)
    {
        _answers[path] = (status, json);
        return this;
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            lock (_requests)
            {
                _requests.Add($"{context.Request.HttpMethod} {context.Request.RawUrl} {context.Request.Headers["Authorization"]}");
            }

            (int status, string body) = _answers.GetValueOrDefault(context.Request.Url!.AbsolutePath, (404, """{"kind":"Status","code":404}"""));
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}
