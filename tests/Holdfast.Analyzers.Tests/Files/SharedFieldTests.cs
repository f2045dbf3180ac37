using System.Collections.Immutable;
using Holdfast.Analyzers.Tests.Objects;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>
/// Mistakes that people reported in public, each a small project, through the analyzers as a build runs them. What is found in the
/// bad form is listed with its place, what is not found yet with its reason, and the good form has no warning.
/// </summary>
public class SharedFieldTests(ITestOutputHelper output)
{
    /// <summary>What is found, by the folder or file: as the notes of each ask for.</summary>
    private static readonly Dictionary<string, string[]> Found = new(StringComparer.Ordinal)
    {
        ["01-headless-port-remap/bad"] = ["/src/File1.cs(1) HF2023", "k8s/vectors.yaml(70) HF2023"],
        ["03-shell-dollar-env/bad"] = ["k8s/broker.yaml(41) HF6013"],
        ["04-postgres-mount-above-volume/bad"] = ["k8s/db.yaml(44) HF3020"],
        ["05-subpath-is-no-key/bad"] = ["k8s/camera.yaml(46) HF1017"],
        ["07-binding-names-other-account/bad"] = ["k8s/silo.yaml(28) HF1017"],
        ["11-rabbit-service-name/bad"] = ["k8s/queue.yaml(51) HF2004"],
        ["13-spread-counts-nobody/bad"] = ["k8s/cache.yaml(34) HF5020", "k8s/cache.yaml(36) HF5020"],
        ["14-egress-without-dns/bad"] = ["k8s/redis.yaml(68) HF5021"],
        ["16-cs-initialiser-on-null-list/bad"] = ["/src/File1.cs(10) HF9032"],
        ["17-cs-refused-pod-and-job/bad"] = ["/src/File2.cs(10) HF2003", "/src/File2.cs(26) HF6007"],
        ["18-dotnet-read-only-root/bad"] = ["k8s/orders.yaml(43) HF6018"],
        ["20-two-budgets/bad"] = ["k8s/names.yaml(84) HF5007"],
        ["25-file-mode-decimal/bad"] = ["k8s/db.yaml(46) HF6015"],
        ["25-file-mode-decimal/bad600"] = ["k8s/db.yaml(46) HF6005"],
        ["27-akka-pod-name-in-daemonset/bad"] = ["k8s/jobs.yaml(39) HF2004"],
        ["29-host-without-governing-service/bad-namespace-fqdn"] =
            ["/src/File1.cs(1) HF2007", "k8s/ledger.yaml(69) HF2007", "k8s/ledger.yaml(69) HF2007", "k8s/ledger.yaml(69) HF2007"],
        ["29-host-without-governing-service/bad-set-name"] =
            ["/src/File1.cs(1) HF2004", "k8s/ledger.yaml(69) HF2004", "k8s/ledger.yaml(69) HF2004", "k8s/ledger.yaml(69) HF2004"],
        ["real/miss-budget-without-numbers-replicas-unsaid.yaml"] = ["k8s/miss-budget-without-numbers-replicas-unsaid.yaml(4) HF5005"],
        ["real/miss-container-from-method.cs"] =
        [
            "/src/File1.cs(26) HF1006", "/src/File1.cs(32) HF2003", "/src/File1.cs(33) HF6001", "/src/File1.cs(34) HF6005", "/src/File1.cs(35) HF3008",
            "/src/File1.cs(36) HF5014", "/src/File1.cs(36) HF5016", "/src/File1.cs(37) HF5016",
        ],
        ["real/miss-ingress-path-type.yaml"] = ["k8s/miss-ingress-path-type.yaml(10) HF6007"],
        ["real/miss-interface-call.cs"] = ["/src/File1.cs(19) HF6005", "/src/File1.cs(23) HF1006"],
        ["real/miss-no-selector-deployment.yaml"] = ["k8s/miss-no-selector-deployment.yaml(5) HF6007"],
        ["real/miss-no-selector-statefulset.yaml"] = ["k8s/miss-no-selector-statefulset.yaml(5) HF6007"],
        ["real/miss-own-method-sets-a-label.cs"] = ["/src/File1.cs(14) HF6005", "/src/File1.cs(18) HF1006"],
        ["real/miss-removed-api-without-labels.yaml"] = ["k8s/miss-removed-api-without-labels.yaml(1) HF4007"],
        ["real/miss-role-binding-without-namespace.yaml"] = ["k8s/miss-role-binding-without-namespace.yaml(10) HF6007"],
        ["real/miss-same-computed-name.cs"] = ["/src/File1.cs(22) HF1003"],
        ["real/miss-service-selects-nobody.yaml"] = ["k8s/miss-service-selects-nobody.yaml(7) HF1016"],
    };

    /// <summary>What the notes ask for and is not found, or not all of it, and why.</summary>
    private static readonly Dictionary<string, string> Missing = new(StringComparer.Ordinal)
    {
    };

    /// <summary>Warnings about forms that other projects reported as false alarms, and why they are still there.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["real/fa-clusterip-governs.yaml HF1003"] = "Other DNS servers than CoreDNS give no names to pods of such a Service, and SRV records give its address.",
        ["real/fa-env-twice.yaml HF2015"] = "The API server accepts it, and server-side apply fails.",
        ["real/fa-two-installs-in-one-folder HF2015"] = "Files that kubectl applies together replace each other's objects.",
    };

    private static string Field => Path.Combine(RepositoryPaths.Shared, "field");

    [Fact]
    public async Task EachMistakeIsFound()
    {
        SkipWithoutFolder();
        var actual = new List<string>();
        var expected = new List<string>();
        foreach (string path in Cases("bad").Concat(Reals("miss-")))
        {
            string name = NameOf(path);
            ImmutableArray<string> found = await Run(path).ShowAsync();
            foreach (string line in found)
            {
                output.WriteLine($"{name}: {line}");
            }

            actual.AddRange((await Run(path).IdsAsync()).Select(line => $"{name}: {line}"));
            expected.AddRange(Found.GetValueOrDefault(name, []).Select(line => $"{name}: {line}"));
            Assert.True(Found.ContainsKey(name) || Missing.ContainsKey(name), $"{name} is in neither list.");
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Missing.Values.Concat(Known.Values), static reason => reason.Length < 10);
    }

    [Fact]
    public async Task NothingIsSaidOfWhatIsRight()
    {
        SkipWithoutFolder();
        var said = new List<string>();
        foreach (string path in Cases("good").Concat(Reals("fa-")))
        {
            foreach (string line in await Run(path).ShowAsync())
            {
                output.WriteLine($"{NameOf(path)}: {line}");
            }

            said.AddRange((await Run(path).IdsAsync()).Select(line => $"{NameOf(path)} {line[^6..]}"));
        }

        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), said.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What is right gets few suggestions: one for each workload, and one more where a Deployment would do.</summary>
    [Fact]
    public async Task WhatIsRightGetsTwoSuggestionsAtMost()
    {
        SkipWithoutFolder();
        int all = 0;
        foreach (string path in Cases("good"))
        {
            string[] said = [.. await Run(path).IdsAsync(DiagnosticSeverity.Info)];
            Assert.True(said.Length <= 2, $"{NameOf(path)}: {string.Join(", ", said)}");
            all += said.Length;
        }

        Assert.Equal(19, all);
    }

    private static void SkipWithoutFolder() =>
        Assert.SkipUnless(Directory.Exists(Field), "The reported mistakes are not beside the repository.");

    private static IEnumerable<string> Cases(string form) => Directory.EnumerateDirectories(Field)
        .SelectMany(folder => Directory.EnumerateDirectories(folder, form + "*"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Reals(string form) => Directory.EnumerateFileSystemEntries(Path.Combine(Field, "real"), form + "*")
        .Order(StringComparer.Ordinal);

    private static string NameOf(string path) => Path.GetRelativePath(Field, path).Replace('\\', '/');

    /// <summary>The files of a folder, or the file, as a project with KubernetesClient.</summary>
    private static ManifestRun Run(string path)
    {
        string[] files = File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var run = new ManifestRun();
        foreach (string file in files.Where(static file => Path.GetExtension(file) is ".yaml" or ".yml"))
        {
            run.File(File.Exists(path) ? "k8s/" + Path.GetFileName(file) : Path.GetRelativePath(path, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        string[] sources = [.. files.Where(static file => Path.GetExtension(file) == ".cs")];
        if (sources.Length > 0)
        {
            run.Reference(KubernetesCode.Reference).Source("global using System; global using System.Collections.Generic; global using System.Linq; global using System.Net.Http; global using System.Threading.Tasks;");
            foreach (string source in sources)
            {
                run.Source(File.ReadAllText(source));
            }
        }

        return run;
    }
}
