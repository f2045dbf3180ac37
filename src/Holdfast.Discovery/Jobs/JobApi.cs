using System.Net;
using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>Asks the API server for a Job, and says what the answer means for a host that starts after it.</summary>
/// <param name="environment">The pod.</param>
/// <param name="handler">Sends the requests; left out, one that trusts the cluster's authority alone.</param>
internal sealed class JobApi(IPodEnvironment environment, HttpMessageHandler? handler = null) : IDisposable
{
    private const string Mounted = "Leave MountToken out of [ServiceAccount], and automountServiceAccountToken out of the ServiceAccount.";

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    private readonly ApiServer _server = new(environment, TimeProvider.System, handler);

    /// <summary>Asks once. What goes wrong on the way is an answer too, since the next question may succeed.</summary>
    /// <exception cref="DiscoveryException">The pod lacks what it takes to ask.</exception>
    public async Task<JobAnswer> ReadAsync(string job, CancellationToken cancellationToken)
    {
        string? @namespace = environment.Variable(PodEnvironmentVariables.PodNamespace) ?? environment.ReadFile(PodFiles.Namespace)?.Trim();
        ApiAnswer answer = await _server.GetAsync(new ApiObject("batch/v1", @namespace, "jobs", job), RequestTimeout, cancellationToken).ConfigureAwait(false);
        return answer.State switch
        {
            ApiState.Answered => Read(answer),
            ApiState.NoAnswer => new JobAnswer(JobPhase.Pending, "cannot be read: " + answer.Text),
            ApiState.NoToken => throw Lacks($"The file {PodFiles.Token} is missing", Mounted),
            ApiState.NoCertificates => throw Lacks($"The file {PodFiles.ApiServerCertificates} {answer.Text.TrimEnd('.')}", Mounted),
            ApiState.NoNamespace => throw Lacks("The namespace of this pod is not known", $"Set {PodEnvironmentVariables.PodNamespace} to it."),
            ApiState.NoAddress => throw Lacks(
                $"\"{_server.Authority}\" is not the address of an API server", $"Leave {PodEnvironmentVariables.KubernetesServiceHost} and {PodEnvironmentVariables.KubernetesServicePort} as the kubelet sets them."),
            _ => throw Lacks("This process does not run in a cluster", $"Leave {PodEnvironmentVariables.After} out."),
        };
    }

    public void Dispose() => _server.Dispose();

    private static JobAnswer Read(ApiAnswer answer) => answer.Status switch
    {
        HttpStatusCode.OK => JobAnswer.Read(answer.Text),
        HttpStatusCode.NotFound => new JobAnswer(JobPhase.Pending, "does not exist yet"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new JobAnswer(JobPhase.Refused, $"cannot be read ({answer.Code}): the pod's ServiceAccount lacks the right to get it"),
        _ => new JobAnswer(JobPhase.Pending, $"cannot be read: the API server answers {answer.Code}"),
    };

    private static DiscoveryException Lacks(string what, string cure) =>
        new($"{what}, so this pod cannot ask the API server for the Jobs that it starts after ({PodEnvironmentVariables.After}). {cure}");
}
