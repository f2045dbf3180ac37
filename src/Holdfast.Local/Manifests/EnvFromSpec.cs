namespace Holdfast.Local.Manifests;

/// <summary>All keys of a ConfigMap or Secret as environment variables.</summary>
internal sealed record EnvFromSpec(string Kind, string Name, string Prefix, bool Optional);
