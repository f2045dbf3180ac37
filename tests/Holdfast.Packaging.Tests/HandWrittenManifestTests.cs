namespace Holdfast.Packaging.Tests;

/// <summary>Manifests that people wrote reach the analyzers, and what is found is shown at their lines.</summary>
public class HandWrittenManifestTests(PackedHoldfast packed)
{
    private const string Wrong = """
        apiVersion: v1
        kind: Service
        metadata:
          name: Orders_A
        spec:
          clusterIP: None
          clusterIp: None
          ports:
          - {name: http, port: 8080}

        """;

    [Fact]
    public async Task FindingsAreShownAtFileLineAndColumn_AndAnEditIsSeen()
    {
        Consumer consumer = packed.NewConsumer().AddApplication().Add("k8s/base/service.yaml", Wrong);
        string failed = await consumer.FailToBuildAsync();
        Assert.Contains("k8s/base/service.yaml(4,9): error HF2003: ", failed.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains("k8s/base/service.yaml(7,3): error HF9009: 'clusterIp' ", failed.Replace('\\', '/'), StringComparison.Ordinal);

        // A section of .editorconfig for the files, which the compiler is given once though sources lie below it too, and a comment.
        consumer.Add("k8s/.editorconfig", "[*.yaml]\nholdfast_diagnostic.HF1002.severity = none\n");
        consumer.Add(".editorconfig", "[k8s/**.yaml]\nholdfast_diagnostic.HF2003.severity = warning\n");
        consumer.Add("k8s/base/service.yaml", Wrong.Replace("clusterIp: None", "clusterIp: None # holdfast:ignore HF9009 of a later version", StringComparison.Ordinal));
        string warned = await consumer.BuildAsync("--no-restore", "-p:TreatWarningsAsErrors=false", "-p:ErrorLog=findings.sarif");
        Assert.Contains("k8s/base/service.yaml(4,9): warning HF2003: ", warned.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain("HF9009", warned, StringComparison.Ordinal);
        Assert.Contains("\"HF2003\"", consumer.Read("findings.sarif"), StringComparison.Ordinal);

        // Nothing to do, and then an edit.
        Assert.DoesNotContain("Task \"Csc\"", await consumer.BuildAsync("--no-restore", "-v:detailed", "-p:TreatWarningsAsErrors=false", "-p:ErrorLog=findings.sarif"), StringComparison.Ordinal);
        consumer.Add("k8s/base/service.yaml", Wrong.Replace("Orders_A", "orders-a", StringComparison.Ordinal).Replace("  clusterIp: None\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain("HF", await consumer.BuildAsync("--no-restore"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFoldersAreNamed_AndTheUsualOnesCanBeLeftOut()
    {
        Consumer consumer = packed.NewConsumer()
            .Add("Manifests.csproj", Source.Project(
                "<EnableDefaultKubernetesManifestItems>false</EnableDefaultKubernetesManifestItems>",
                packed.NewConsumer().PackageReference + "<KubernetesManifest Include=\"cluster/*.yaml\" />"))
            .Add("k8s/ignored.yaml", Wrong)
            .Add("cluster/service.yaml", Wrong);

        // A project without sources.
        string failed = await consumer.FailToBuildAsync();
        Assert.Contains("cluster/service.yaml(4,9): error HF2003: ", failed.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain("ignored.yaml", failed, StringComparison.Ordinal);

        // Nor has it sources that the SDK looks for .editorconfig above; one at the project counts, and one beside the files.
        consumer.Add(".editorconfig", "[*.yaml]\nholdfast_diagnostic.HF2003.severity = warning\n");
        consumer.Add("cluster/.editorconfig", "[*.yaml]\nholdfast_diagnostic.HF9009.severity = none\n");
        string warned = await consumer.BuildAsync("--no-restore", "-p:TreatWarningsAsErrors=false");
        Assert.Contains("cluster/service.yaml(4,9): warning HF2003: ", warned.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain("HF9009", warned, StringComparison.Ordinal);
    }
}
