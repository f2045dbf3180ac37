using System.Collections.Immutable;

namespace Holdfast.Local.Manifests;

/// <summary>Files of a volume: the keys of a ConfigMap or Secret, or fields of the pod.</summary>
/// <param name="Kind"><c>ConfigMap</c>, <c>Secret</c> or <c>DownwardAPI</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Items">Keys, or fields, with the paths of their files; empty for all keys.</param>
/// <param name="Optional">Whether it may be missing.</param>
internal sealed record FilesSpec(string Kind, string Name, ImmutableArray<(string Key, string Path)> Items, bool Optional);
