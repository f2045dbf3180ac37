using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What kustomize makes of files is what is judged; where that is not known, nothing is.</summary>
public class KustomizeTests
{
    private const string Kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

    private static string Set(string serviceName = "orders") => Manifest.StatefulSet("orders", serviceName);

    /// <summary>A set that is judged together with what names its pods.</summary>
    private static ManifestRun Run(string kustomization, string set, string service) => new ManifestRun()
        .File("k8s/kustomization.yaml", Kustomization + kustomization)
        .File("k8s/set.yaml", set)
        .File("k8s/service.yaml", service);

    [Fact]
    public Task PrefixAndSuffixRenameWhatIsReferredTo() =>
        Run("resources: [set.yaml, service.yaml]\nnamePrefix: blue-\nnameSuffix: -v2\n", Set(), Manifest.Service("orders", "orders")).VerifyAsync();

    [Fact]
    public Task APrefixCanMakeANameTooLong() =>
        Run(
            $"resources: [set.yaml, service.yaml]\nnamePrefix: {new string('b', 50)}-\n",
            Manifest.StatefulSet("orders", marked: "{|HF2001:orders|}"),
            Manifest.Service("orders", "orders")).VerifyAsync();

    [Fact]
    public Task APatchChangesWhatIsJudged() => new ManifestRun()
        .File("k8s/kustomization.yaml", Kustomization + "resources: [set.yaml]\npatches:\n- path: scale.yaml\n")
        .File("k8s/set.yaml", Set(serviceName: "''"))
        .File("k8s/scale.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: orders
            spec:
              updateStrategy:
                type: OnDelete
                rollingUpdate:
                  partition: {|HF4005:1|}
            """)
        .VerifyAsync();

    [Fact]
    public Task AnInlinePatchMendsWhatWasWrong() =>
        Run(
            "resources: [set.yaml]\npatches:\n- target: {kind: StatefulSet}\n  patch: |-\n    - op: replace\n      path: /metadata/name\n      value: orders\n",
            Manifest.StatefulSet("orders", marked: "Orders"),
            string.Empty).VerifyAsync();

    [Theory]
    [InlineData("transformers: [labels.yaml]\n")]
    [InlineData("components: [../components/ha]\n")]
    [InlineData("replacements:\n- path: names.yaml\n")]
    [InlineData("patches:\n- patch: |-\n    kind: Service\n    metadata:\n      name: nowhere\n")]
    [InlineData("patches:\n- path: missing.yaml\n")]
    public Task WhatIsNotUnderstoodIsNotJudged(string kustomization) =>
        Run("resources: [set.yaml]\n" + kustomization, Manifest.StatefulSet("orders", marked: "Orders"), string.Empty).VerifyAsync();

    [Fact]
    public Task ABaseIsJudgedAsItsOverlaysMakeItAndToldOnce() => new ManifestRun()
        .File("k8s/base/kustomization.yaml", Kustomization + "resources: [set.yaml]\n")
        .File("k8s/base/set.yaml", Manifest.StatefulSet("orders", serviceName: "''", marked: "{|HF2001:orders-with-a-name-that-is-quite-long-already|}"))
        .File("k8s/blue/kustomization.yaml", Kustomization + "resources: [../base]\nnamePrefix: blue-and-green-\n")
        .File("k8s/green/kustomization.yaml", Kustomization + "resources: [../base]\nnamePrefix: green-and-blue-\n")
        .VerifyAsync();

    [Fact]
    public Task TheNamespaceOfAKustomizationIsTheNameOfNamespaces() => new ManifestRun()
        .File("k8s/kustomization.yaml", Kustomization + "resources: [namespace.yaml]\nnamespace: shop\n")
        .File("k8s/namespace.yaml", Namespace("_"))
        .VerifyAsync();

    [Fact]
    public Task AKustomizationWithoutANamespaceLeavesThemAsTheyAre() => new ManifestRun()
        .File("k8s/kustomization.yaml", Kustomization + "resources: [namespace.yaml]\n")
        .File("k8s/namespace.yaml", Namespace("{|HF2003:_|}"))
        .VerifyAsync();

    [Fact]
    public Task ANamespaceOfAComponentIsNamedByWhatUsesIt() => new ManifestRun()
        .File("k8s/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [namespace.yaml]\n")
        .File("k8s/namespace.yaml", Namespace("_"))
        .VerifyAsync();

    private static string Namespace(string name) => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {name}\n";

    /// <summary>Kustomize copies the text of a value and leaves the type of what it replaces.</summary>
    [Theory]
    [InlineData("spec.replicas", "data.count", "\"0\"", "replicas: 3")]
    [InlineData("data.count", "spec.replicas", "\"5\"", "replicas: 1")]
    [InlineData("data.count", "spec.replicas", "{|HF6005:\"-5\"|}", "replicas: 1")]
    public Task AReplacementKeepsTheTypeOfItsTarget(string from, string to, string count, string replicas)
    {
        bool isToMap = to.StartsWith("data", StringComparison.Ordinal);
        string map = "{kind: ConfigMap, name: counts, fieldPath: data.count}";
        string set = "{kind: StatefulSet, name: orders, fieldPath: spec.replicas}";
        string target = isToMap ? "{select: {kind: ConfigMap, name: counts}, fieldPaths: [data.count]}" : "{select: {kind: StatefulSet, name: orders}, fieldPaths: [spec.replicas]}";
        Assert.Contains(from, isToMap ? set : map, StringComparison.Ordinal);
        return new ManifestRun()
            .File("k8s/kustomization.yaml", Kustomization + $"resources: [set.yaml, service.yaml, map.yaml]\nreplacements:\n- source: {(isToMap ? set : map)}\n  targets:\n  - {target}\n")
            .File("k8s/set.yaml", Set().Replace("replicas: 3", replicas, StringComparison.Ordinal))
            .File("k8s/service.yaml", Manifest.Service("orders", "orders"))
            .File("k8s/map.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: counts\ndata:\n  count: {count}\n")
            .VerifyAsync();
    }

    [Fact]
    public Task ADirectoryThatContainsItselfEnds() => new ManifestRun()
        .File("k8s/a/kustomization.yaml", Kustomization + "resources: [../b]\n")
        .File("k8s/b/kustomization.yaml", Kustomization + "resources: [../a]\n")
        .VerifyAsync();
}
