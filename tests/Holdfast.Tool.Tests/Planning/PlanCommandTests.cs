using System.Text.Json;
using Holdfast.Tests.Shared;

namespace Holdfast.Tool.Tests.Planning;

/// <summary><c>holdfast plan</c> between two folders.</summary>
public class PlanCommandTests
{
    private static readonly (string, string) Image = ("orders:1.0", "orders:1.1");

    [Fact]
    public void TheSameReleaseTwiceChangesNothing()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.File("a/orders.yaml", Release.Orders).Run("plan", "a", "a"));
        Assert.Equal("Nothing changes.\n", run.Output);
    }

    /// <summary>A pull request that updates an image and scales.</summary>
    [Fact]
    public void MarkdownForAPullRequest() => Snapshot.Match(Markdown(0, Image, ("replicas: 3", "replicas: 5"), ("LEVEL: info", "LEVEL: debug")), "md");

    /// <summary>Growing a claim template is refused, and the plan has the script that does it.</summary>
    [Fact]
    public void MarkdownOfAGrownClaimTemplate() => Snapshot.Match(Markdown(1, ("storage: 10Gi", "storage: 20Gi")), "md");

    /// <summary>The example of the documentation is what the command writes.</summary>
    [Fact]
    public void TheExampleOfThePage()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.File("a/o.yaml", Release.Orders).File("b/o.yaml", Release.With(("replicas: 3", "replicas: 4"), ("LEVEL: info", "LEVEL: debug"))).Run("plan", "a", "b"));
        Assert.Contains("```text\n" + run.Output + "```\n", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "plan.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("podManagementPolicy", "  replicas: 3", "  podManagementPolicy: Parallel\n  replicas: 3", "HF4001")]
    [InlineData("serviceName", "serviceName: orders", "serviceName: peers", "HF4001")]
    [InlineData("selector", "matchLabels: {app: orders}", "matchLabels: {tier: gold}", "HF4001")]
    [InlineData("storage", "storage: 10Gi", "storage: 5Gi", "HF4003")]
    [InlineData("storageClassName", "storageClassName: fast", "storageClassName: slow", "HF4001")]
    public void WhatTheServerRefuses(string field, string before, string after, string rule)
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.File("a/orders.yaml", Release.Orders).File("b/orders.yaml", Release.With((before, after))).Run("plan", "a", "b"));
        Assert.Contains($": error {rule}: spec.", run.Output, StringComparison.Ordinal);
        Assert.Contains(field, run.Output, StringComparison.Ordinal);
        Assert.Contains("the API server refuses the change (422 Forbidden)", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A selector cannot be changed by recreating the set, so no steps are shown.</summary>
    [Fact]
    public void ASelectorHasNoSteps()
    {
        using var run = new ToolRun();
        run.File("a/orders.yaml", Release.Orders).File("b/orders.yaml", Release.With(("matchLabels: {app: orders}", "matchLabels: {tier: gold}"))).Run("plan", "a", "b");
        Assert.Contains("Nothing happens: the API server refuses another selector", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("by hand: delete the set", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A class that does not allow expansion is refused at once, and there is no script.</summary>
    [Theory]
    [InlineData("allowVolumeExpansion: true", 1, true)]
    [InlineData("allowVolumeExpansion: false", 2, false)]
    [InlineData("reclaimPolicy: Retain", 2, false)]
    public void StorageClasses(string field, int errors, bool hasScript)
    {
        string storageClass = $"---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {{name: fast}}\nprovisioner: disk.example\n{field}\n";
        using var run = new ToolRun();
        run.File("a/orders.yaml", Release.Orders + storageClass).File("b/orders.yaml", Release.With(("storage: 10Gi", "storage: 20Gi")) + storageClass);
        Assert.Equal(1, run.Run("plan", "a", "b", "--script", "out/grow.sh"));
        Assert.Equal(errors, run.Output.Split(": error ").Length - 1);
        Assert.Equal(hasScript, File.Exists(Path.Combine(run.Folder, "out", "grow.sh")));
    }

    [Fact]
    public void ClaimsThatAreDeletedAreAnError()
    {
        string before = Release.With(("  replicas: 3", "  replicas: 3\n  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}"));
        using var run = new ToolRun();
        Assert.Equal(1, run.File("a/o.yaml", before).File("b/o.yaml", before.Replace("replicas: 3", "replicas: 2", StringComparison.Ordinal)).Run("plan", "a", "b"));
        Assert.Contains("error plan-data-loss: Claims of StatefulSet shop/orders are deleted with their data: data-orders-2.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ARemovedSetIsPlannedForWhatPrunes()
    {
        string before = Release.With(("  replicas: 3", "  replicas: 3\n  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}"));
        using var run = new ToolRun();
        Assert.Equal(1, run.File("a/o.yaml", before).File("b/o.yaml", Release.Orders[(Release.Orders.IndexOf("---", StringComparison.Ordinal) + 4)..]).Run("plan", "a", "b"));
        Assert.Contains("StatefulSet shop/orders is no longer among the manifests: `kubectl apply` leaves it in the cluster", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning plan-data-loss: Claims of StatefulSet shop/orders are deleted with their data where what prunes deletes the set: data-orders-0 to data-orders-2.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddedClaimTemplateGetsStuck()
    {
        using var run = new ToolRun();
        string after = Release.Orders.Replace("  volumeClaimTemplates:\n", "  volumeClaimTemplates:\n  - metadata: {name: log}\n    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n", StringComparison.Ordinal);
        Assert.Equal(1, run.File("a/o.yaml", Release.Orders).File("b/o.yaml", after).Run("plan", "a", "b"));
        Assert.Contains("warning plan-stuck: StatefulSet shop/orders gets stuck: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("$ kubectl delete pod orders-0 --namespace shop", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SecretsStaySecret()
    {
        const string Secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {key: first-secret, old: first-secret}\n";
        using var run = new ToolRun();
        Assert.Equal(0, run.File("a/s.yaml", Secret).File("b/s.yaml", Secret.Replace("first", "second", StringComparison.Ordinal).Replace("old", "new", StringComparison.Ordinal)).Run("plan", "a", "b", "-f", "json"));
        Assert.Contains("stringData.key", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("-secret", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PodsThatReadAConfigMap()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.File("a/o.yaml", Release.Orders).File("b/o.yaml", Release.With(("LEVEL: info", "LEVEL: debug"))).Run("plan", "a", "b"));
        Assert.Contains("StatefulSet orders reads it into environment variables: running containers keep the old values, and no pod restarts by itself.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("plan-restarts", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeploymentSaysHowItReplacesPods()
    {
        const string Web = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {strategy: {rollingUpdate: {maxSurge: 1}}, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: web, image: 'web:1'}]}}}\n";
        using var run = new ToolRun();
        Assert.Equal(0, run.File("a/o.yaml", Web).File("b/o.yaml", Web.Replace("web:1", "web:2", StringComparison.Ordinal)).Run("plan", "a", "b"));
        Assert.Contains("up to 1 more than `replicas` at once, and up to 25% fewer Ready", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Code scanning puts each result beside the line that was changed.</summary>
    [Fact]
    public void SarifNamesTheChangedLine()
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.File("a/o.yaml", Release.Orders).File("b/o.yaml", Release.With(("serviceName: orders", "serviceName: peers"))).Run("plan", "a", "b", "--format", "sarif"));
        JsonElement result = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(static one => one.GetProperty("ruleId").GetString() == "HF4001");
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("b/o.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(8, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    /// <summary>What kustomize makes of a folder is compared, with bases outside of it.</summary>
    [Fact]
    public void KustomizationsWithBasesElsewhere()
    {
        using var run = new ToolRun();
        run.File("k8s/base/orders.yaml", Release.Orders).File("k8s/base/kustomization.yaml", "resources: [orders.yaml]\n")
            .File("k8s/prod/kustomization.yaml", "resources: [../base]\n")
            .File("k8s/next/kustomization.yaml", "resources: [../base]\nreplicas: [{name: orders, count: 5}]\n");
        Assert.Equal(0, run.Run("plan", "k8s/prod", "k8s/next"));
        Assert.Contains("`spec.replicas`: `3` → `5`", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 changed, 0 added, 0 removed, 2 unchanged.", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A chart is compared as it is; what Helm fills in is not, and is not taken for a mistake.</summary>
    [Fact]
    public void ChartsThatAreNotRendered()
    {
        const string Template = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: orders
            spec:
              serviceName: orders
              replicas: {{ .Values.count }}
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders}}
                spec:
                  {{- if .Values.priority }}
                  priorityClassName: {{ .Values.priority }}
                  {{- end }}
                  terminationGracePeriodSeconds: 30
                  containers:
                  - name: orders
                    image: "{{ .Values.image }}"

            """;
        using var run = new ToolRun();
        foreach (string folder in (string[])["a", "b"])
        {
            run.File($"{folder}/Chart.yaml", "apiVersion: v2\nname: orders\nversion: 1.0.0\n").File($"{folder}/values.yaml", "image: orders:1.0\n")
                .File($"{folder}/templates/orders.yaml", folder == "a" ? Template : Template.Replace("Seconds: 30", "Seconds: 60", StringComparison.Ordinal));
        }

        Assert.Equal(0, run.Run("plan", "a", "b"));
        Assert.Contains("`spec.template.spec.terminationGracePeriodSeconds`: `30` → `60`; the pod template changes, so pods are replaced", run.Output, StringComparison.Ordinal);
        Assert.Contains("not compared, since something else fills them in: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("The steps are not known, because some of its fields are filled in elsewhere.", run.Output, StringComparison.Ordinal);

        var same = new ToolRun { Folder = run.Folder };
        Assert.Equal(0, same.Run("plan", "a", "a"));
        Assert.EndsWith("\nNothing changes.\n", same.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The steps", same.Output, StringComparison.Ordinal);
    }

    /// <summary>Two clusters have the same objects, each in its own folder.</summary>
    [Fact]
    public void FoldersOfTwoClusters()
    {
        using var run = new ToolRun();
        run.File("a/one/o.yaml", Release.Orders).File("a/two/o.yaml", Release.With(("replicas: 3", "replicas: 5")))
            .File("b/one/o.yaml", Release.With(("replicas: 3", "replicas: 4"))).File("b/two/o.yaml", Release.With(("replicas: 3", "replicas: 5")));
        Assert.Equal(0, run.Run("plan", "a", "b"));
        Assert.Contains("`spec.replicas`: `3` → `4`", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 changed, 0 added, 0 removed, 5 unchanged.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void RenderedManifestsFromStandardInput()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.File("a/o.yaml", Release.Orders).Input(Release.With(Image)).Run("plan", "a", "-"));
        Assert.Contains("Pods of StatefulSet shop/orders restart in this order: orders-2 to orders-0.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name two releases", "plan", "a")]
    [InlineData("'missing' is neither a file nor a folder", "plan", "a", "missing")]
    [InlineData("Only one of the two can be standard input", "plan", "-", "-")]
    [InlineData("With --live name the release that is applied alone", "plan", "--live", "a", "a")]
    [InlineData("names no revision", "plan", "git::a", "a")]
    [InlineData("--kubernetes-version", "plan", "a", "a", "--kubernetes-version", "never")]
    public void BadInput(string message, params string[] arguments)
    {
        using var run = new ToolRun();
        Assert.Equal(2, run.File("a/orders.yaml", Release.Orders).Run(arguments));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static string Markdown(int exitCode, params (string, string)[] changes)
    {
        using var run = new ToolRun();
        run.File("released/orders.yaml", Release.Orders).File("deploy/orders.yaml", Release.With(changes));
        Assert.Equal(exitCode, run.Run("plan", "released", "deploy", "--format", "markdown"));
        return run.Output;
    }
}
