using Holdfast.WellKnown;

namespace Holdfast.Tests.Identity;

/// <summary>What a process would find in a pod: nothing but what a test puts there.</summary>
internal sealed class FakePod : IPodEnvironment
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public string HostName { get; init; } = "localhost";

    public List<string> FilesRead { get; } = [];

    /// <summary>A pod as the kubelet makes it when the manifest sets no variables.</summary>
    public static FakePod InCluster(string hostName = "node-7") =>
        new FakePod { HostName = hostName }.With(PodEnvironmentVariables.KubernetesServiceHost, "10.96.0.1");

    public FakePod With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public FakePod Named(string name) => With(PodEnvironmentVariables.PodName, name);

    public FakePod Numbered(string ordinal) => With(PodEnvironmentVariables.PodOrdinal, ordinal);

    public FakePod InNamespace(string name) => With(PodEnvironmentVariables.PodNamespace, name);

    public FakePod WithServiceAccountNamespace(string text) => WithFile(PodFiles.Namespace, text);

    public FakePod WithResolvConf(string text) => WithFile(PodFiles.ResolverConfiguration, text);

    public FakePod WithHosts(string text) => WithFile(PodFiles.Hosts, text);

    public string? Variable(string name) => _variables.GetValueOrDefault(name);

    public string? ReadFile(string path)
    {
        FilesRead.Add(path);
        return _files.GetValueOrDefault(path);
    }

    public PodIdentity Identify(StatefulSetInfo set, PodIdentityOptions? options = null) => PodIdentity.Current(set, this, options);

    public FakePod WithFile(string path, string text)
    {
        _files[path] = text;
        return this;
    }
}
