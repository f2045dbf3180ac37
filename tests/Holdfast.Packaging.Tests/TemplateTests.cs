using System.Text;
using System.Text.RegularExpressions;

namespace Holdfast.Packaging.Tests;

/// <summary>The templates as a user gets them: installed from their package, and built with the packages of this version.</summary>
public partial class TemplateTests(PackedHoldfast packed)
{
    private static readonly string[] Templates = ["holdfast", "holdfast-manifests", "holdfast-operator"];

    /// <summary>One installation and one build for all templates, since each start of the SDK takes seconds.</summary>
    [Fact]
    public async Task EachTemplateBuilds_AndItsTestsPass()
    {
        await packed.PackAsync("Holdfast.Discovery");
        await packed.PackAsync("Holdfast.Local");
        await packed.PackAsync("Holdfast.Testing");
        await packed.PackAsync("Holdfast.Templates");
        Consumer consumer = packed.NewConsumer("templates");
        UsePackagesOfThisMachine(consumer);

        // A separate hive, so that nothing is installed on this machine.
        string[] hive = ["--debug:custom-hive", consumer["hive"]];
        await consumer.DotnetAsync(["new", "install", Path.Combine(packed.Feed, $"Holdfast.Templates.{packed.Version}.nupkg"), .. hive]);
        foreach (string template in Templates)
        {
            await consumer.DotnetAsync(["new", template, "-n", Name(template), "--no-restore", .. hive]);
        }

        AssertRenamed(consumer);
        consumer.Add("All.slnx", Solution(consumer));
        // NU1603: a source may lack the lowest version that a package of others asks for.
        string output = await consumer.DotnetAsync("test", "All.slnx", "-nodeReuse:false", "-warnaserror", "-warnnotaserror:NU1603");

        Assert.Equal(Templates.Length, Passed().Count(output));
        Assert.Equal(["README.md", "kustomization.yaml", "orders.yaml"], consumer.Files("Shop.Orders/Shop.Orders/bin/Debug/net10.0/kubernetes"));
        Assert.Equal(["README.md", "kustomization.yaml", "search-index.yaml"], consumer.Files("SearchIndex.Manifests/SearchIndex.Manifests/bin/Debug/net10.0/kubernetes"));
        Assert.Empty(consumer.Files("OrdersOperator/OrdersOperator/bin/Debug/net10.0/kubernetes"));
    }

    /// <summary>Names that differ in form: parts, several words, and the kind at the end.</summary>
    private static string Name(string template) => template switch
    {
        "holdfast" => "Shop.Orders",
        "holdfast-manifests" => "SearchIndex.Manifests",
        _ => "OrdersOperator",
    };

    /// <summary>Nothing has the name that it has in this repository, and names have the form of where they stand.</summary>
    private static void AssertRenamed(Consumer consumer)
    {
        foreach (string file in Directory.EnumerateFiles(consumer.Path, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(consumer["hive"], StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(OldName(), Path.GetRelativePath(consumer.Path, file));
            Assert.DoesNotMatch(OldName(), File.ReadAllText(file));
        }

        Assert.Contains("[StatefulApp(\"search-index\"", consumer.Read("SearchIndex.Manifests/SearchIndex.Manifests/SearchIndexApp.cs"), StringComparison.Ordinal);
        Assert.Contains("name: ordersapps.example.com", consumer.Read("OrdersOperator/OrdersOperator/deploy/crd.yaml"), StringComparison.Ordinal);
        Assert.Contains("image: orders-operator:1.0.0", consumer.Read("OrdersOperator/OrdersOperator/deploy/operator.yaml"), StringComparison.Ordinal);
    }

    private static string Solution(Consumer consumer)
    {
        var text = new StringBuilder("<Solution>\n");
        foreach (string project in Directory.EnumerateFiles(consumer.Path, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            text.Append("  <Project Path=\"").Append(Path.GetRelativePath(consumer.Path, project).Replace('\\', '/')).Append("\" />\n");
        }

        return text.Append("</Solution>\n").ToString();
    }

    /// <summary>What the templates use beside Holdfast was restored for this repository's own builds of them.</summary>
    private static void UsePackagesOfThisMachine(Consumer consumer) => consumer.Add(
        "nuget.config",
        $"""
        <configuration>
          <fallbackPackageFolders>
            <add key="machine" value="{OtherPackages.Setting("PackageFolder")}" />
          </fallbackPackageFolders>
        </configuration>
        """);

    [GeneratedRegex("demo-?app|Company", RegexOptions.IgnoreCase)]
    private static partial Regex OldName();

    [GeneratedRegex("^Passed!  - Failed:     0, ", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
