namespace Holdfast.Samples.Tests;

/// <summary>What a process finds in a pod of the namespace <c>shop</c>.</summary>
internal sealed class InPod(string name) : IPodEnvironment
{
    public string HostName => name;

    public string? Variable(string variable) => variable switch
    {
        "POD_NAME" => name,
        "POD_NAMESPACE" => "shop",
        "KUBERNETES_SERVICE_HOST" => "10.0.0.1",
        _ => null,
    };

    public string? ReadFile(string path) => null;
}
