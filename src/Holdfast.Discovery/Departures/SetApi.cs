using System.Net;
using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>Asks the API server for a replica's own StatefulSet, and says what the answer means for the replica.</summary>
internal static class SetApi
{
    /// <summary>Asks until there is an answer or the time is up.</summary>
    public static async Task<Departure> AskAsync(ApiServer server, PodIdentity self, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var set = new ApiObject("apps/v1", self.Namespace, "statefulsets", self.Set.Name);
        ApiAnswer answer = await server.GetPersistentlyAsync(set, timeout, cancellationToken).ConfigureAwait(false);
        return answer.State switch
        {
            ApiState.Answered => Read(answer, self),
            ApiState.NoAnswer => DepartureRule.Unknown(
                $"The API server at {server.Authority} did not answer in time{(answer.Text.Length == 0 ? "" : $" ({answer.Text})")}. A NetworkPolicy that restricts egress must let replicas reach it.",
                DepartureSource.ApiServer),
            ApiState.NoToken => DepartureRule.Unknown(
                $"{self.Name} has no service account token, so it cannot ask the API server. Declare [Allow(ClientRights.ScaleIn)], or mark the pod before it leaves."),
            ApiState.NoNamespace => DepartureRule.Unknown($"The namespace of {self.Name} is not known, so the API server cannot be asked about its set."),
            ApiState.NoAddress => DepartureRule.Unknown($"\"{server.Authority}\" is not the address of an API server."),
            ApiState.NoCertificates => DepartureRule.Unknown(
                $"{PodFiles.ApiServerCertificates} {answer.Text.TrimEnd('.')}, so {self.Name} cannot trust the API server.", DepartureSource.ApiServer),
            _ => DepartureRule.Unknown("This process does not run in a cluster, so nothing knows whether it comes back."),
        };
    }

    private static Departure Read(ApiAnswer answer, PodIdentity self) => answer.Status switch
    {
        HttpStatusCode.OK => SetSpec.TryRead(answer.Text, out SetSpec? spec)
            ? DepartureRule.Of(self, spec, DepartureSource.ApiServer)
            : DepartureRule.Unknown("The API server's answer is not a StatefulSet.", DepartureSource.ApiServer),
        HttpStatusCode.NotFound => DepartureRule.Deleted(self, DepartureSource.ApiServer, keepsClaims: null),
        HttpStatusCode.Forbidden => DepartureRule.Unknown(
            $"The API server forbids {self.Name} to read its StatefulSet (403). Declare [Allow(ClientRights.ScaleIn)].", DepartureSource.ApiServer),
        HttpStatusCode.Unauthorized => DepartureRule.Unknown($"The API server does not accept the token of {self.Name} (401).", DepartureSource.ApiServer),
        _ => DepartureRule.Unknown($"The API server answered {answer.Code}.", DepartureSource.ApiServer),
    };
}
