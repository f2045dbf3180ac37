using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Two files of one folder that say one object in different ways: one of the two is applied.</summary>
public class AlternativeFileTests
{
    private static string Both(string replicas, string? marked = null) => Manifest.Service("ledger", "ledger").Replace("name: ledger", "name: " + (marked ?? "ledger"), StringComparison.Ordinal)
        + "---\n" + Manifest.StatefulSet("ledger", replicas: replicas);

    [Fact]
    public Task AlternativesAreToldOnceAndNotCompared() => new ManifestRun()
        .File("k8s/install-small.yaml", Both("1"))
        .File("k8s/install.yaml", Both("3", "{|HF2015:ledger|}").Replace("port: 8080", "port: 80", StringComparison.Ordinal))
        .VerifyAsync();

    [Fact]
    public async Task TheMessageNamesTheFiles() => Assert.Equal(
        ["k8s/local.yaml(4,9): warning HF2015: Two Services in 'cloud.yaml' and 'local.yaml' have the name 'ledger', so kubectl apply -f on the folder applies both files, and the last one wins; move alternative files into separate folders"],
        await new ManifestRun()
            .File("k8s/cloud.yaml", Manifest.Service("ledger", "ledger"))
            .File("k8s/local.yaml", Manifest.Service("ledger", "ledger").Replace("port: 8080", "port: 80", StringComparison.Ordinal))
            .ShowAsync());

    [Fact]
    public Task TheSameTextTwiceHarmsNobody() => new ManifestRun()
        .File("k8s/one.yaml", Both("3"))
        .File("k8s/two.yaml", Both("3"))
        .VerifyAsync();

    [Fact]
    public Task EachAlternativeIsJudged() => new ManifestRun()
        .File("k8s/cloud.yaml", Manifest.Service("ledger", "ledger"))
        .File("k8s/local.yaml", Manifest.Service("{|HF2015:ledger|}", "ledger").Replace("port: 8080", "port: {|HF6005:80000|}", StringComparison.Ordinal))
        .File("k8s/set.yaml", Manifest.StatefulSet("ledger"))
        .VerifyAsync();

    [Fact]
    public async Task TwoInOneFileAreAMistake() => Assert.Equal(
        ["k8s/all.yaml(16,9): error HF2015: Two Services in one namespace have the name 'ledger', so the second replaces the first; change one of the two"],
        await new ManifestRun()
            .File("k8s/all.yaml", Manifest.Service("ledger", "ledger") + "---\n" + Manifest.Service("ledger", "ledger"))
            .ShowAsync());

    [Fact]
    public Task TwoNamespacesAreTwoObjects() => new ManifestRun()
        .File("k8s/one.yaml", Manifest.Service("ledger\n  namespace: shop", "ledger"))
        .File("k8s/two.yaml", Manifest.Service("ledger\n  namespace: bank", "other"))
        .VerifyAsync();

    [Fact]
    public Task WorkloadsOfOneNameAreAlternativesToo() => new ManifestRun()
        .File("k8s/service.yaml", Manifest.Service("ledger", "ledger"))
        .File("k8s/set-1.yaml", Manifest.StatefulSet("ledger", replicas: "1"))
        .File("k8s/set-3.yaml", Manifest.StatefulSet("ledger", marked: "{|HF2015:ledger|}"))
        .VerifyAsync();

    [Fact]
    public Task TwoWorkloadsThatTakeEachOthersPodsAreTold() => new ManifestRun()
        .File("k8s/service.yaml", Manifest.Service("ledger", "ledger"))
        .File("k8s/one.yaml", Manifest.StatefulSet("ledger").Replace("app: ledger\n  template", "app: {|HF1007:ledger|}\n  template", StringComparison.Ordinal))
        .File("k8s/two.yaml", Manifest.StatefulSet("ledger", marked: "ledger-two").Replace("app: ledger\n  template", "app: {|HF1007:ledger|}\n  template", StringComparison.Ordinal))
        .VerifyAsync();

    [Fact]
    public Task ATwinWithoutPodsTakesNone() => new ManifestRun()
        .File("k8s/service.yaml", Manifest.Service("ledger", "ledger"))
        .File("k8s/one.yaml", Manifest.StatefulSet("ledger"))
        .File("k8s/two.yaml", Manifest.StatefulSet("ledger", replicas: "0", marked: "ledger-two"))
        .VerifyAsync();

    [Theory]
    [InlineData("subdomain: ledger", "ledger")]
    [InlineData("subdomain: other", "{|HF1007:ledger|}")]
    public Task PodsOfADeploymentCanTakePartUnderTheServicesName(string subdomain, string selected) => new ManifestRun()
        .File("k8s/all.yaml", Manifest.Service("ledger", "ledger").Replace("app: ledger", "app: " + selected, StringComparison.Ordinal) + "---\n"
            + Manifest.StatefulSet("ledger").Replace("matchLabels:\n", "matchLabels:\n      kind: set\n", StringComparison.Ordinal).Replace("      labels:\n", "      labels:\n        kind: set\n", StringComparison.Ordinal)
            + "---\n" + Manifest.StatefulSet("front", podSpec: "\n      " + subdomain)
                .Replace("kind: StatefulSet", "kind: Deployment", StringComparison.Ordinal)
                .Replace("  serviceName: front\n", string.Empty, StringComparison.Ordinal)
                .Replace("app: front", "role: front", StringComparison.Ordinal)
                .Replace("      labels:\n", "      labels:\n        app: ledger\n", StringComparison.Ordinal))
        .VerifyAsync();

    [Fact]
    public Task AServiceOfAnotherFolderThatLeadsElsewhereDoesNotGovern() => new ManifestRun()
        .File("shop/k8s/set.yaml", Manifest.StatefulSet("ledger", serviceName: "db"))
        .File("bank/k8s/db.yaml", Manifest.Service("db", "postgres", clusterIp: "''"))
        .VerifyAsync();

    [Fact]
    public Task AServiceOfAnotherFolderThatLeadsToThePodsDoes() => new ManifestRun()
        .File("shop/k8s/set.yaml", Manifest.StatefulSet("ledger", serviceName: "{|HF1003:db|}"))
        .File("shop/services/db.yaml", Manifest.Service("db", "ledger", clusterIp: "''"))
        .VerifyAsync();
}
