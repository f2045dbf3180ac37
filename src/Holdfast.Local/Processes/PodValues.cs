using System.Collections.Immutable;
using System.Net;
using System.Text;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;

namespace Holdfast.Local.Processes;

/// <summary>What a pod's variables and files are made of: its fields, ConfigMaps and Secrets.</summary>
internal sealed class PodValues(AppSpec spec, IReadOnlyDictionary<string, ImmutableSortedDictionary<string, string>> secrets, Endpoint pod, string source)
{
    private readonly string _uid = Guid.NewGuid().ToString();

    public ImmutableSortedDictionary<string, string> Labels => pod.Labels;

    /// <summary>A field of the pod, as the downward API gives it; empty where the pod does not have it.</summary>
    public string Field(string path) => path switch
    {
        "metadata.name" => pod.Pod,
        "metadata.namespace" => pod.Namespace,
        "metadata.uid" => _uid,
        "metadata.labels" => string.Join('\n', Labels.Select(label => $"{label.Key}=\"{label.Value}\"")),
        "metadata.annotations" => string.Join('\n', spec.Annotations.Select(annotation => $"{annotation.Key}=\"{annotation.Value}\"")),
        "spec.nodeName" => "local",
        "spec.serviceAccountName" => spec.ServiceAccount ?? "default",
        "status.podIP" or "status.podIPs" => pod.Address.ToString(),
        "status.hostIP" or "status.hostIPs" => IPAddress.Loopback.ToString(),
        _ => Subscript(path, "metadata.labels") is { } label ? Labels.GetValueOrDefault(label, "")
            : Subscript(path, "metadata.annotations") is { } annotation ? spec.Annotations.GetValueOrDefault(annotation, "")
            : "",
    };

    /// <summary>All of a ConfigMap or Secret; null where it is missing and may be.</summary>
    public ImmutableSortedDictionary<string, string>? Texts(string kind, string name, bool optional)
    {
        ImmutableSortedDictionary<string, string>? given = kind == "Secret" ? secrets.GetValueOrDefault(name) : null;
        ImmutableSortedDictionary<string, string>? declared = spec.Texts.GetValueOrDefault((kind, name));
        return declared is null && given is null
            ? optional ? null : throw Missing(kind, name, key: null)
            : (declared ?? AppSpec.Empty).SetItems(given ?? AppSpec.Empty);
    }

    /// <summary>All of a ConfigMap or Secret, for files; null where it is missing and may be.</summary>
    public ImmutableSortedDictionary<string, byte[]>? Files(string kind, string name, bool optional) => Texts(kind, name, optional)
        ?.ToImmutableSortedDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value), StringComparer.Ordinal)
        .SetItems(spec.Binaries.GetValueOrDefault((kind, name)) ?? ImmutableSortedDictionary<string, byte[]>.Empty);

    /// <summary>One entry of a ConfigMap or Secret that must be there.</summary>
    public byte[] File(string kind, string name, string key) => Files(kind, name, optional: true)?.GetValueOrDefault(key) ?? throw Missing(kind, name, key);

    /// <summary>One value of a ConfigMap or Secret that must be there.</summary>
    public string Key(string kind, string name, string key) =>
        Texts(kind, name, optional: true)?.GetValueOrDefault(key) ?? throw Missing(kind, name, key);

    /// <summary>A variable's value; null where it is not set.</summary>
    public string? Value(EnvSpec env, ContainerSpec container) => env.Source switch
    {
        null => env.Value,
        "fieldRef" => Field(env.Object),
        "resourceFieldRef" => Quantities.Read(container.Resources.GetValueOrDefault(env.Object), env.Key),
        "configMapKeyRef" => Referred("ConfigMap", env),
        "secretKeyRef" => Referred("Secret", env),
        _ => null,
    };

    private string? Referred(string kind, EnvSpec env) =>
        env.Optional ? Texts(kind, env.Object, optional: true)?.GetValueOrDefault(env.Key) : Key(kind, env.Object, env.Key);

    private LocalClusterException Missing(string kind, string name, string? key) => new(
        $"{pod.Pod} needs {(key is null ? "" : $"key \"{key}\" of ")}{kind} \"{name}\", which {source} does not hold. In a cluster the pod would wait for it. "
        + (kind == "Secret"
            ? $"Give it a value: {nameof(LocalApp)}.{nameof(LocalApp.WithSecret)}(\"{name}\", \"{key ?? "key"}\", \"…\")."
            : "Declare it, or add it to the manifest's text."));

    private static string? Subscript(string path, string field) =>
        path.StartsWith(field + "['", StringComparison.Ordinal) && path.EndsWith("']", StringComparison.Ordinal) ? path[(field.Length + 2)..^2] : null;
}
