using System.Text.Json;

namespace Holdfast.Tool.Tests.Commands;

/// <summary>What <c>holdfast import</c> reads, writes and refuses.</summary>
public class ImportCommandTests
{
    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
        spec:
          serviceName: orders
          replicas: 3
          selector:
            matchLabels:
              app: orders
          template:
            metadata:
              labels:
                app: orders
            spec:
              containers:
              - name: orders
                image: orders:1

        """;

    private const string Secret = """
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: orders
        stringData:
          password: correct-horse
        """;

    [Fact]
    public void WithoutAFile_TheTypesAreTheOutput()
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run.Input(Set).Run("import", "-"));
        Assert.StartsWith("using Holdfast;\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Orders", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 type makes 1 object", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFile_IsWritten_AndTheReportIsTheOutput()
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run.File("k8s/orders.yaml", Set + Secret).Run("import", "k8s", "-o", "src/Orders.cs", "--namespace", "Shop.Deployment"));
        string code = File.ReadAllText(Path.Combine(run.Folder, "src", "Orders.cs"));
        Assert.Contains("namespace Shop.Deployment;", code, StringComparison.Ordinal);
        Assert.DoesNotContain("correct-horse", code + run.Output, StringComparison.Ordinal);
        Assert.Contains("- Secret orders: values of Secrets do not belong in code", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsThere_IsReplacedWithForceOnly()
    {
        using var run = new ToolRun();
        run.File("orders.yaml", Set).File("Orders.cs", "// mine");

        Assert.Equal(ExitCodes.BadInput, run.Run("import", "orders.yaml", "-o", "Orders.cs"));
        Assert.Contains("--force", run.Error, StringComparison.Ordinal);
        Assert.Equal("// mine", File.ReadAllText(Path.Combine(run.Folder, "Orders.cs")));

        Assert.Equal(ExitCodes.Nothing, run.Run("import", "orders.yaml", "-o", "Orders.cs", "--force"));
        Assert.StartsWith("using Holdfast;", File.ReadAllText(Path.Combine(run.Folder, "Orders.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasTheParts()
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run.File("orders.yaml", Set + Secret).Run("import", "orders.yaml", "-o", "Orders.cs", "--format", "json"));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains("What stays in its file", json.RootElement.GetProperty("sections").EnumerateArray().Select(static section => section.GetProperty("title").GetString()));
    }

    /// <summary>An overlay gives what kustomize makes of it.</summary>
    [Fact]
    public void AKustomization_IsBuilt()
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run
            .File("base/orders.yaml", Set)
            .File("base/kustomization.yaml", "resources: [orders.yaml]\n")
            .File("staging/kustomization.yaml", "namespace: staging\nresources: [../base]\nreplicas:\n- name: orders\n  count: 5\n")
            .Run("import", "."));
        Assert.Contains("Replicas = 5, Namespace = \"staging\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is nothing to import", "import", "secret.yaml")]
    [InlineData("this is not a namespace", "import", "orders.yaml", "--namespace", "1shop")]
    [InlineData("paths are missing", "import")]
    public void WhatCannotBeImported_ExitsWith2(string why, params string[] arguments)
    {
        using var run = new ToolRun();

        Assert.True(run.File("secret.yaml", Secret).File("orders.yaml", Set).Run(arguments) == ExitCodes.BadInput, why);
        Assert.StartsWith("holdfast: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
