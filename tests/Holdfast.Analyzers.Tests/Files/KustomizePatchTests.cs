using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Files of patches and replacements are parts of objects, and what they make of the objects is what is judged.</summary>
public class KustomizePatchTests
{
    private const string Kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

    /// <summary>A set with its Service in a base, and an overlay of it.</summary>
    private static ManifestRun Overlay(string kustomization, string patch, string? set = null) => new ManifestRun()
        .File("k8s/base/kustomization.yaml", "resources: [set.yaml, service.yaml]\n")
        .File("k8s/base/set.yaml", set ?? Manifest.StatefulSet("orders", podSpec: "\n      volumes:\n      - name: notes\n        emptyDir: {}\n      - name: cache\n        emptyDir: {}"))
        .File("k8s/base/service.yaml", Manifest.Service("orders", "orders"))
        .File("k8s/overlay/kustomization.yaml", Kustomization + "resources: [../base]\n" + kustomization)
        .File("k8s/overlay/patch.yaml", patch);

    private const string Head = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: orders\n";

    [Theory]
    [InlineData("patches:\n- path: patch.yaml\n")]
    [InlineData("patchesStrategicMerge: [patch.yaml]\n")]
    [InlineData("patches:\n- path: patch.yaml\n  target: {kind: StatefulSet}\n")]
    public async Task DirectivesOfPatchesAreNoFields(string kustomization)
    {
        foreach (string patch in (string[])
        [
            "$patch: delete\n" + Head,
            Head + "spec:\n  template:\n    spec:\n      volumes:\n      - name: notes\n        $patch: delete\n",
            Head + "spec:\n  template:\n    spec:\n      volumes:\n      - $patch: replace\n      - name: disk\n        emptyDir: {}\n",
            Head + "spec:\n  updateStrategy:\n    $retainKeys: [type]\n    type: OnDelete\n",
            Head + "spec:\n  template:\n    spec:\n      $setElementOrder/volumes:\n      - name: cache\n      - name: notes\n      volumes:\n      - name: cache\n        emptyDir: {medium: Memory}\n",
            Head + "metadata:\n  name: orders\n  $deleteFromPrimitiveList/finalizers: [example.com/wait]\n".Replace("metadata:\n  name: orders\n", string.Empty, StringComparison.Ordinal),
        ])
        {
            await Overlay(kustomization, patch).VerifyAsync();
        }
    }

    [Fact]
    public Task AMisspeltFieldOfAPatchIsToldAtThePatch() =>
        Overlay("patches:\n- path: patch.yaml\n", Head + "spec:\n  {|HF9009:replica|}: 5\n").VerifyAsync();

    [Fact]
    public Task AnInlinePatchIsToldWhereItStands() =>
        Overlay("patches:\n- target: {kind: StatefulSet}\n  patch: {|HF9009:|-|}\n    kind: StatefulSet\n    metadata:\n      name: orders\n    spec:\n      replica: 5\n", string.Empty).VerifyAsync();

    [Fact]
    public Task WhatAPatchTakesAwayIsNotJudged() =>
        Overlay(
            "patches:\n- path: patch.yaml\n",
            Head + "spec:\n  replica: null\n",
            Manifest.StatefulSet("orders").Replace("replicas: 3", "replica: 3", StringComparison.Ordinal)).VerifyAsync();

    [Fact]
    public Task RetainedKeysTakeTheOthersAway() =>
        Overlay(
            "patches:\n- path: patch.yaml\n",
            Head + "spec:\n  updateStrategy:\n    $retainKeys: [type]\n    type: OnDelete\n",
            Manifest.StatefulSet("orders").Replace("  template:\n", "  updateStrategy:\n    rollingUpdate: {partition: 1}\n  template:\n", StringComparison.Ordinal)).VerifyAsync();

    [Fact]
    public Task WithoutRetainedKeysTheOthersStay() =>
        Overlay(
            "patches:\n- path: patch.yaml\n",
            Head + "spec:\n  updateStrategy:\n    type: OnDelete\n",
            Manifest.StatefulSet("orders").Replace("  template:\n", "  updateStrategy:\n    rollingUpdate: {partition: {|HF4005:1|}}\n  template:\n", StringComparison.Ordinal)).VerifyAsync();

    [Fact]
    public Task APatchThatNoKustomizationNamesIsNoObject() =>
        Overlay(string.Empty, "apiVersion: v1\nkind: Service\nmetadata:\n  name: orders\nspec:\n  type: LoadBalancer\n").VerifyAsync();

    [Fact]
    public Task AnObjectThatNoKustomizationNamesIsJudged() =>
        Overlay(string.Empty, "apiVersion: v1\nkind: Service\nmetadata:\n  name: front\nspec:\n  typ: LoadBalancer\n  ports:\n  - port: 80\n".Replace("typ:", "{|HF9009:typ|}:", StringComparison.Ordinal)).VerifyAsync();

    [Fact]
    public Task APatchChangesTheKindWhereItMay() =>
        Overlay(
            "patches:\n- path: patch.yaml\n  target: {kind: StatefulSet}\n  options: {allowKindChange: true}\n",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\nspec:\n  serviceName: null\n  podManagementPolicy: null\n").VerifyAsync();

    [Fact]
    public Task FieldsOfTheOldKindThatStayAreTold() =>
        Overlay(
            "patches:\n- path: patch.yaml\n  target: {kind: StatefulSet}\n  options: {allowKindChange: true}\n",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\n",
            Manifest.StatefulSet("orders").Replace("serviceName:", "{|HF9009:serviceName|}:", StringComparison.Ordinal)).VerifyAsync();

    [Fact]
    public Task WithoutTheOptionTheKindStays() =>
        Overlay(
            "patches:\n- path: patch.yaml\n  target: {kind: StatefulSet}\n",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\nspec:\n  podManagementPolicy: Parallel\n").VerifyAsync();

    private static string Replacements(string indent, string to) => string.Join('\n', (string[])
    [
        "- source:",
        "    kind: ConfigMap",
        "    name: sizes",
        "    fieldPath: data.service",
        "  targets:",
        "  - select: {kind: StatefulSet}",
        "    fieldPaths:",
        "    - " + to,
        string.Empty,
    ]).Replace("\n", "\n" + indent, StringComparison.Ordinal).Insert(0, indent);

    private const string Sizes = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: sizes\ndata:\n  service: orders\n";

    [Fact]
    public async Task ReplacementsOfAFileAreMade()
    {
        string set = Manifest.StatefulSet("orders", serviceName: "_");
        await Overlay("replacements:\n- path: from.yaml\n", string.Empty, set)
            .File("k8s/overlay/from.yaml", Replacements(string.Empty, "spec.serviceName"))
            .File("k8s/base/sizes.yaml", Sizes)
            .File("k8s/base/kustomization.yaml", "resources: [set.yaml, service.yaml, sizes.yaml]\n")
            .VerifyAsync();
        await Overlay("replacements:\n" + Replacements("  ", "spec.template.spec.containers.[name=orders].image"), string.Empty)
            .File("k8s/base/sizes.yaml", Sizes.Replace("service: orders", "service: orders:1.0", StringComparison.Ordinal))
            .File("k8s/base/kustomization.yaml", "resources: [set.yaml, service.yaml, sizes.yaml]\n")
            .VerifyAsync();
    }

    [Fact]
    public Task AReplacementCanBeWrong() =>
        Overlay("replacements:\n- path: from.yaml\n", string.Empty)
            .File("k8s/overlay/from.yaml", Replacements(string.Empty, "spec.replicas"))
            .File("k8s/base/sizes.yaml", Sizes.Replace("service: orders", "service: {|HF9010:three|}", StringComparison.Ordinal))
            .File("k8s/base/kustomization.yaml", "resources: [set.yaml, service.yaml, sizes.yaml]\n")
            .VerifyAsync();

    [Fact]
    public Task AListOfObjectsCannotBeRead() => new ManifestRun()
        .File("k8s/list.yaml", "{|HF9030:|}- apiVersion: v1\n  kind: Namespace\n  metadata: {name: shop}\n")
        .VerifyAsync();

    [Fact]
    public Task AComponentsPatchIsMergedIntoWhatItIsPutInto() => new ManifestRun()
        .File("k8s/base/kustomization.yaml", "resources: [set.yaml, service.yaml]\n")
        .File("k8s/base/set.yaml", Manifest.StatefulSet("orders"))
        .File("k8s/base/service.yaml", Manifest.Service("orders", "orders"))
        .File("k8s/components/more/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n- path: more.yaml\n- path: operations.yaml\n  target: {kind: StatefulSet}\n")
        .File("k8s/components/more/more.yaml", Head + "spec:\n  {|HF9009:replica|}: 5\n  template:\n    spec:\n      $patch: merge\n      hostNetwork: null\n")
        .File("k8s/components/more/operations.yaml", "- op: replace\n  path: /spec/serviceName\n  value: orders # the kind: of it\n")
        .File("k8s/overlay/kustomization.yaml", Kustomization + "resources: [../base]\ncomponents: [../components/more]\n")
        .VerifyAsync();

    [Fact]
    public Task VarsAreNotKnown() =>
        Overlay(
            "vars:\n- name: SERVICE\n  objref: {kind: Service, name: orders, apiVersion: v1}\n",
            string.Empty,
            Manifest.StatefulSet("orders", serviceName: "$(SERVICE)")).VerifyAsync();
}
