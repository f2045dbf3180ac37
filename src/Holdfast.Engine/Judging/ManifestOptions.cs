using System.Collections.Concurrent;

namespace Holdfast.Engine.Judging;

/// <summary>What sections of <c>.editorconfig</c> say for files of manifests. Each host reads those sections itself.</summary>
/// <param name="valueOf">The value of a key for a file, by the path that places in the file have; null where no section says one.</param>
internal sealed class ManifestOptions(Func<string, string, string?> valueOf)
{
    /// <summary>The key of the versions of Kubernetes that a file is for.</summary>
    public const string KubernetesVersionKey = "holdfast_kubernetes_version";

    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <summary>The versions of Kubernetes that a file is for, as the setting says them; null where none does.</summary>
    public string? KubernetesVersionOf(string path) => valueOf(path, KubernetesVersionKey)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// The severity of a rule in a file. The compiler applies <c>dotnet_diagnostic.HF3001.severity</c> of a section to sources
    /// only and does not even show it to analyzers for other files, so sections for manifests say
    /// <c>holdfast_diagnostic.HF3001.severity</c>.
    /// </summary>
    public string? SeverityOf(string path, string id) => valueOf(path, _keys.GetOrAdd(id, static id => $"holdfast_diagnostic.{id}.severity"))?.Trim();
}
