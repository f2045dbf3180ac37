using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A Kubernetes object by its kind and name.</summary>
internal readonly record struct CorpusObject(string Kind, string Name)
{
    public const string StatefulSet = "StatefulSet";

    public const string Service = "Service";

    public const string DisruptionBudget = "PodDisruptionBudget";

    public const string ConfigMap = "ConfigMap";

    public static CorpusObject Of(JsonObject tree) =>
        new((string?)tree["kind"] ?? string.Empty, (string?)tree["metadata"]?["name"] ?? string.Empty);

    public override string ToString() => $"{Kind}/{Name}";
}
