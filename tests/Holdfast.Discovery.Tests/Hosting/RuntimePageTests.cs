using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Microsoft.Extensions.Hosting;

namespace Holdfast.Discovery.Tests.Hosting;

/// <summary>The errors that docs/runtime.md lists are those with which a host does not start.</summary>
public partial class RuntimePageTests
{
    private const string Network = "# Kubernetes-managed hosts file.\n";

    /// <summary>For each line of the table a pod, or a machine, and what is declared.</summary>
    private static readonly (FakePod Pod, StatefulSetInfo Set)[] Cases =
    [
        (FakePod.InCluster().Named("kafka-1").Numbered("1").InNamespace("shop"), Orders()),
        (FakePod.InCluster("kafka-1").Numbered("1").InNamespace("shop").WithHosts(Network), Orders()),
        (FakePod.InCluster().Named("orders-2").Numbered("1").InNamespace("shop"), Orders()),
        (FakePod.InCluster().Numbered("one").InNamespace("shop"), Orders()),
        (FakePod.InCluster().Named("orders-1").Numbered("1").InNamespace("test"), Orders().In("shop")),
        (FakePod.InCluster().Named("orders-1").Numbered("1").InNamespace("Shop!"), Orders()),
        (FakePod.InCluster("node-7").InNamespace("shop"), Orders()),
        (FakePod.InCluster().Named("orders-4").Numbered("4").InNamespace("shop"), new StatefulSetInfo(Orders()) { OrdinalStart = 5 }),
        (new FakePod(), Orders()),
        (new FakePod().With("HOLDFAST_ORDINAL", "7"), Orders()),
        (FakePod.InCluster().Named("orders-1").Numbered("1"), Orders()),
    ];

    [Fact]
    public async Task TheTableSaysHowHostsFail()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "docs/runtime.md"), TestContext.Current.CancellationToken);
        string table = page[page.IndexOf("| What is wrong | The error begins with |", StringComparison.Ordinal)..];
        string[] said = [.. Row().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).Select(static match => match.Groups[1].Value)];
        Assert.Equal(Cases.Length, said.Length);
        foreach (((FakePod pod, StatefulSetInfo set), string expected) in Cases.Zip(said))
        {
            Declared.Current.Value = set;
            HostApplicationBuilder builder = Hosts.Builder(pod);
            builder.AddHoldfast<Declared>();
            using IHost host = builder.Build();
            InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        }
    }

    private static StatefulSetInfo Orders() => new("orders") { Replicas = 3 };

    [GeneratedRegex(@"^.*\| `(.*)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>An application whose declaration the test chooses.</summary>
    private sealed class Declared : IStatefulApp
    {
        public static AsyncLocal<StatefulSetInfo> Current { get; } = new();

        public static StatefulSetInfo StatefulSet => Current.Value!;
    }
}
