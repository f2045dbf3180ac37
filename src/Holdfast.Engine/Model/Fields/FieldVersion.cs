using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Fields;

/// <summary>Since when a field exists.</summary>
/// <param name="Exists">The versions whose schema has it. In others the API server refuses it, where it is asked to be strict.</param>
/// <param name="Gate">Where it counts: elsewhere the API server drops it. Null where it counts as soon as it exists.</param>
internal sealed record FieldVersion(KubernetesVersions Exists, KubernetesFact? Gate);
