using System.Text.Json;

namespace Holdfast.Tool.Tests.Linting;

/// <summary>What the command itself does around the rules: inputs, settings, severities and exit codes.</summary>
public class LintTests
{
    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
        spec:
          serviceName: orders-peers
          replicas: 3
          selector:
            matchLabels: {app: orders}
          template:
            metadata:
              labels: {app: orders}
            spec:
              containers:
              - name: orders
                image: registry.example/orders:1.0

        """;

    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata:
          name: orders-peers
        spec:
          clusterIP: None
          selector: {app: orders}
          ports:
          - name: http
            port: 8080

        """;

    /// <summary>The set's governing Service has another name: HF1002.</summary>
    private static readonly string Wrong = Set + "---\n" + Service.Replace("orders-peers", "orders-peer", StringComparison.Ordinal);

    [Fact]
    public void AFolder_IsReadWithAllBelowIt_ButNotWhatToolsMake()
    {
        using var run = new ToolRun();
        run.File("k8s/base/orders.yaml", Wrong).File("bin/Debug/kubernetes/orders.yaml", Wrong).File("k8s/obj/orders.yaml", Wrong).File(".github/orders.yaml", Wrong);

        Assert.Equal(ExitCodes.Findings, run.Run("lint", "--severity", "warning"));
        Assert.StartsWith("k8s/base/orders.yaml(6,16): warning HF1002: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n0 errors, 1 warning and 0 suggestions in 1 file.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNamed_IsRead_WhateverItsName()
    {
        using var run = new ToolRun();
        run.File("bin/Debug/kubernetes/orders.yaml", Wrong);

        Assert.Equal(ExitCodes.Findings, run.Run("lint", "bin"));
    }

    [Fact]
    public void WhatIsRight_HasNoWarning()
    {
        using var run = new ToolRun();
        run.File("orders.yaml", Set).File("service.yaml", Service);

        Assert.Equal(ExitCodes.Nothing, run.Run("lint", "--severity", "warning", "."));
        Assert.Equal("No findings in 2 files.\n", run.Output);
    }

    [Fact]
    public void Suggestions_DoNotChangeTheExitCode()
    {
        using var run = new ToolRun();
        run.File("orders.yaml", Set + "---\n" + Service);

        Assert.Equal(ExitCodes.Nothing, run.Run("lint", "orders.yaml"));
        Assert.Contains(": info HF", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void StandardInput_IsAFileWithManyObjects()
    {
        using var bad = new ToolRun();
        Assert.Equal(ExitCodes.Findings, bad.Input(Wrong).Run("lint", "-"));
        Assert.Contains("stdin(6,16): warning HF1002: ", bad.Output, StringComparison.Ordinal);

        using var good = new ToolRun();
        Assert.Equal(ExitCodes.Nothing, good.Input(Set + "---\n" + Service).Run("lint", "-"));
    }

    [Fact]
    public void CommentsAndEditorConfig_Suppress_InTheirFilesOnly()
    {
        using var run = new ToolRun();
        run.File("a/orders.yaml", Wrong)
            .File("b/orders.yaml", Wrong.Replace("serviceName: orders-peers", "serviceName: orders-peers # holdfast:ignore HF1002 it is in another repository", StringComparison.Ordinal))
            .File("c/orders.yaml", Wrong)
            .File("d/orders.yaml", Wrong)
            .File(".editorconfig", "root = true\n[c/*.yaml]\nholdfast_diagnostic.HF1002.severity = none\n[d/*.yaml]\nholdfast_diagnostic.HF1002.severity = error\n");

        Assert.Equal(ExitCodes.Findings, run.Run("lint", "--severity", "warning"));
        Assert.Equal(
            ["a/orders.yaml(6,16): warning HF1002", "d/orders.yaml(6,16): error HF1002"],
            run.Output.Split('\n').Where(static line => line.Contains("HF1002", StringComparison.Ordinal)).Select(static line => line[..line.IndexOf(": '", StringComparison.Ordinal)]));
    }

    [Fact]
    public void AGlobalConfig_SetsSeveritiesForAllFiles()
    {
        using var run = new ToolRun();
        run.File("k8s/orders.yaml", Wrong).File(".globalconfig", "is_global = true\ndotnet_diagnostic.HF1002.severity = error\n");

        run.Run("lint", "k8s");
        Assert.Contains(": error HF1002: ", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A value that only newer versions know.</summary>
    [Theory]
    [InlineData("1.33", true)]
    [InlineData("1.36", false)]
    public void KubernetesVersion_IsThatOfTheCluster(string version, bool isFound)
    {
        using var run = new ToolRun();
        run.File("orders.yaml", Set + "---\n" + Service.Replace("  clusterIP", "  trafficDistribution: PreferSameNode\n  clusterIP", StringComparison.Ordinal));

        int code = run.Run("lint", "--severity", "warning", "--kubernetes-version", version);
        Assert.True((code == ExitCodes.Findings) == isFound, run.Output + run.Error);
    }

    [Fact]
    public void ASettingThatMeansNothing_IsBadInput()
    {
        using var run = new ToolRun();
        run.File("orders.yaml", Set).File(".editorconfig", "[*.yaml]\nholdfast_kubernetes_version = latest\n");

        Assert.Equal(ExitCodes.BadInput, run.Run("lint"));
        Assert.Contains("holdfast_kubernetes_version", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnreadableFile_IsAFinding()
    {
        using var run = new ToolRun();
        run.File("orders.yaml", "apiVersion: v1\nkind: [\n");

        Assert.Equal(ExitCodes.Findings, run.Run("lint"));
        Assert.Contains("HF9030", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Kustomize's directory is judged by what it makes: the patch adds the Service's name that is there.</summary>
    [Fact]
    public void AKustomization_IsJudgedByWhatItMakes()
    {
        using var run = new ToolRun();
        run.File("base/kustomization.yaml", "resources: [orders.yaml, service.yaml]\n")
            .File("base/orders.yaml", Set.Replace("orders-peers", "orders-wrong", StringComparison.Ordinal))
            .File("base/service.yaml", Service)
            .File("overlay/kustomization.yaml", "resources: [../base]\npatches:\n- path: name.yaml\n")
            .File("overlay/name.yaml", "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: orders}\nspec: {serviceName: orders-peers}\n");

        Assert.Equal(ExitCodes.Nothing, run.Run("lint", "--severity", "warning"));
    }

    [Fact]
    public void AnUnrenderedChart_IsRead()
    {
        using var run = new ToolRun();
        run.File("chart/Chart.yaml", "apiVersion: v2\nname: orders\nversion: 1.0.0\n")
            .File("chart/values.yaml", "replicas: 3\n")
            .File("chart/templates/orders.yaml", Set.Replace("replicas: 3", "replicas: {{ .Values.replicas }}", StringComparison.Ordinal).Replace("containers:\n", "terminationGracePeriod: 3\n      containers:\n", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Findings, run.Run("lint", "chart"));
        Assert.Contains("chart/templates/orders.yaml(14,7): error HF9009", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The same bytes in each run, though files are read at once.</summary>
    [Fact]
    public void Output_IsTheSameInEachRun()
    {
        using var files = new ToolRun();
        for (int i = 0; i < 40; i++)
        {
            files.File($"app{i % 7}/set{i}.yaml", Set.Replace("orders", $"orders{i}", StringComparison.Ordinal));
        }

        string[] outputs =
        [
            .. Enumerable.Range(0, 3).Select(_ =>
            {
                using var run = new ToolRun { Folder = files.Folder, KeepsFolder = true };
                run.Run("lint", "--format", "json");
                return run.Output;
            }),
        ];
        Assert.Single(outputs.Distinct(StringComparer.Ordinal));
        Assert.True(JsonDocument.Parse(outputs[0]).RootElement.GetProperty("findings").GetArrayLength() >= 40);
    }

    /// <summary>A set whose claims a release would change, beside what was released.</summary>
    [Fact]
    public void ShippedManifests_AreComparedWith()
    {
        using var run = new ToolRun();
        run.File("k8s/orders.yaml", Set).File("k8s/service.yaml", Service)
            .File("kubernetes.shipped/by-hand/k8s/orders.yaml", Set.Replace("serviceName: orders-peers", "serviceName: orders", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Findings, run.Run("lint", "--severity", "warning"));
        Assert.Contains("k8s/orders.yaml(", run.Output, StringComparison.Ordinal);
        Assert.Contains("serviceName", run.Output, StringComparison.Ordinal);
    }
}
