using System.Text.RegularExpressions;
using Holdfast.Local;
using Holdfast.Samples.Catalog;
using Holdfast.Testing;
using CatalogApp = Holdfast.Samples.Catalog.Catalog;

namespace Holdfast.Samples.Tests;

/// <summary>The migration can be repeated and stopped, and the manifests of the three agree.</summary>
public sealed partial class CatalogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("holdfast-catalog-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "catalog.json");

    [Fact]
    public void TheMigrationBringsTheFirstVersionIntoTheSecond_AndLeavesTheSecondAlone()
    {
        File.WriteAllText(Path, """{ "Tea": 3.5, "Coffee": 4 }""");
        var file = new CatalogFile(_folder);
        Assert.ThrowsAny<Exception>(() => file.Read());
        file.Migrate();
        Assert.Equal([new Item("Coffee", 4), new Item("Tea", 3.5m)], file.Read());
        string migrated = File.ReadAllText(Path);
        file.Migrate();
        Assert.Equal(migrated, File.ReadAllText(Path));
    }

    [Fact]
    public void AnEmptyVolumeAndARunThatWasStoppedAreMigratedToo()
    {
        File.WriteAllText(Path + ".next", "{ half");
        var file = new CatalogFile(_folder);
        file.Migrate();
        Assert.Empty(file.Read());
    }

    [Fact]
    public void ACopyOfADayReplacesTheOneBefore()
    {
        var file = new CatalogFile(_folder);
        file.Migrate();
        file.CopyTo(_folder, new DateOnly(2026, 11, 30));
        file.CopyTo(_folder, new DateOnly(2026, 11, 30));
        Assert.Equal(File.ReadAllText(Path), File.ReadAllText(System.IO.Path.Combine(_folder, "catalog-2026-11-30.json")));
    }

    /// <summary>The name of the Job is in its own manifest, in that of the application, in the Role, and in code.</summary>
    [Fact]
    public void TheApplicationStartsAfterTheJobOfItsOwnImage()
    {
        string job = NameOf<CatalogMigrations>();
        Assert.Matches("^catalog-migrations-[0-9a-f]{8}$", job);
        Assert.Contains($"kind: Job\nmetadata:\n  name: {job}\n", CatalogMigrations.Manifests.Yaml, StringComparison.Ordinal);
        Assert.Contains($"- name: HOLDFAST_AFTER\n          value: {job}\n", CatalogApp.Manifests.Yaml, StringComparison.Ordinal);
        Assert.Contains($"  resourceNames:\n  - {job}\n", CatalogApp.Manifests.Yaml, StringComparison.Ordinal);
        Assert.Equal("holdfast/catalog:2.0.0", Image().Match(CatalogMigrations.Manifests.Yaml).Groups[1].Value);
        Assert.All([CatalogApp.Manifests.Yaml, CatalogBackup.Manifests.Yaml], yaml => Assert.Equal("holdfast/catalog:2.0.0", Image().Match(yaml).Groups[1].Value));
    }

    /// <summary>The Job runs before the web server, on the claim that both mount.</summary>
    [Fact]
    public async Task TheCatalogIsMigratedBeforeReplicasStart()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        string claim = Directory.CreateDirectory(System.IO.Path.Combine(_folder, "shop", "claims", "catalog")).FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(claim, "catalog.json"), """{ "Tea": 3.5 }""", limit.Token);
        LocalClusterOptions options = TestCluster.Options(TestContext.Current.TestOutputHelper!.WriteLine) with { Directory = _folder };
        await using LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.OfStateless<CatalogApp>()], options, limit.Token);
        using HttpClient client = cluster.CreateHttpClient();

        Assert.Equal(2, cluster.OfStateless<CatalogApp>().Pods.Count(pod => pod.IsReady));
        Assert.Equal("""[{"name":"Tea","price":3.5}]""", await client.GetStringAsync(new Uri("http://catalog.shop:8080/items"), limit.Token));
    }

    /// <summary>What is known of an image that the project publishes.</summary>
    [Fact]
    public void ThePodsRunAsTheUserOfTheImage()
    {
        Assert.All([CatalogApp.Manifests.Yaml, CatalogMigrations.Manifests.Yaml, CatalogBackup.Manifests.Yaml], static yaml =>
        {
            Assert.Contains("runAsUser: 1654\n", yaml, StringComparison.Ordinal);
            Assert.Contains("mountPath: /tmp\n", yaml, StringComparison.Ordinal);
        });
        Assert.Equal(8080, CatalogApp.Http.Number);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string NameOf<TApp>()
        where TApp : IRunOnceApp => TApp.Job.Name;

    [GeneratedRegex("image: (.*)\n")]
    private static partial Regex Image();
}
