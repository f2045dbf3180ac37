using Holdfast.Local;

namespace Holdfast.Aspire;

/// <summary>How replicas name themselves in logs, traces and metrics.</summary>
internal static class Telemetry
{
    /// <summary>
    /// The dashboard joins a service's name and its instance by a dash, and looks for a resource of that name: <c>orders</c> and <c>1</c>
    /// are <c>orders-1</c>. Aspire's own values are templates that its orchestrator fills in.
    /// </summary>
    public static LocalApp In(LocalApp app)
    {
        const string service = "OTEL_SERVICE_NAME";
        const string attributes = "OTEL_RESOURCE_ATTRIBUTES";
        LocalCommand command = app.Command;
        Dictionary<string, string?> variables = command.Environment.Where(variable => variable.Key is not (service or attributes)).ToDictionary();
        return app with
        {
            Command = command with { Environment = variables },
            Variables = app.Variables
                .SetItem(service, app.Set.Name)
                .SetItem(attributes, $"service.instance.id=$(POD_ORDINAL),k8s.pod.name=$(POD_NAME),k8s.statefulset.name={app.Set.Name}"),
        };
    }
}
