using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Fuzz.Tests;

/// <summary>A declaration whose patches and configuration files are broken YAML.</summary>
internal static class PatchMutation
{
    private static readonly ImmutableArray<YamlBytes> Patches =
    [
        .. new[]
        {
            "kind: StatefulSet\nspec:\n  template:\n    spec:\n      containers:\n        - name: orders\n          env:\n            - {name: A, value: b}\n",
            "kind: StatefulSet\nmetadata: {annotations: {a: b}}\nspec: {replicas: 3, template: {spec: {$setElementOrder/containers: [{name: orders}]}}}\n",
            "kind: Service\nmetadata: {name: orders}\nspec:\n  ports:\n    - $patch: delete\n      port: 8080\n",
            "- op: add\n  path: /spec/template/spec/containers/0/args\n  value: [\"a\"]\n- {op: remove, path: /spec/replicas}\n",
            "kind: PodDisruptionBudget\nspec: {$retainKeys: [maxUnavailable], maxUnavailable: 1}\n",
            "kind: StatefulSet\nspec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast}}], template: {spec: {volumes: [{name: x, emptyDir: {}}]}}}\n",
        }.Select(static text => new YamlBytes("patch.yaml", [.. Encoding.UTF8.GetBytes(text)])),
    ];

    private static readonly RealSource Origin = new("a patch", Declare("kind: StatefulSet"), []);

    /// <summary>One to four changes of a patch.</summary>
    public static Mutant Of(int index)
    {
        Random random = FuzzSettings.RandomOf(index);
        YamlBytes patch = ByteMutation.Mutate(Patches[random.Next(Patches.Length)], random);
        return new Mutant(index, Origin, Declare(Encoding.UTF8.GetString([.. patch.Bytes])));
    }

    private static string Declare(string patch) => $$"""
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("example.com/orders:1")]
        [DisruptionBudget(MaxUnavailable = 1)]
        [Patch({{SymbolDisplay.FormatLiteral(patch, quote: true)}})]
        public sealed partial class Orders
        {
            [Port(8080)]
            public static partial ServicePort Http { get; }

            [VolumeClaim("10Gi", MountPath = "/data")]
            public static partial ClaimTemplate Data { get; }
        }
        """;
}
