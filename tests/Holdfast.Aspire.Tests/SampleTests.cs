using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Holdfast.Local;

namespace Holdfast.Aspire.Tests;

/// <summary>samples/Ledger.AppHost, as the command line runs it.</summary>
public class SampleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreeReplicasOfTheLedgerAgree_AndNoneIsLeftBehind()
    {
        int[] processes;
        await using (IDistributedApplicationTestingBuilder builder = await DistributedApplicationTestingBuilder.CreateAsync(
            Assembly.Load("Ledger.AppHost").EntryPoint!.DeclaringType!, Cancellation))
        {
            builder.ConfigureLocalCluster(ShopApp.Quick);
            await using DistributedApplication app = await builder.BuildAsync(Cancellation);
            await app.StartAsync(Cancellation);
            await ShopApp.StateAsync(app, "ledger", KnownResourceStates.Running, Cancellation);

            using HttpClient client = app.CreateHttpClient("ledger", "http");
            await WriteAsync(client, "one");
            using HttpClient replica = app.CreateHttpClient("ledger-2", "http");
            Assert.Contains("one", await replica.GetStringAsync(new Uri("/entries", UriKind.Relative), Cancellation), StringComparison.Ordinal);

            LocalSet set = builder.Resources.OfType<StatefulAppResource>().Single().Running!;
            processes = [.. set.Members.Select(member => member.ProcessId!.Value)];
        }

        Assert.Equal(3, processes.Length);
        Assert.All(processes, id => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id)));
    }

    /// <summary>Writes as a client of the ledger does: again, with the same id, until a leader has taken it.</summary>
    private static async Task WriteAsync(HttpClient client, string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            using var content = new StringContent(text);
            using HttpResponseMessage written = await client.PutAsync(new Uri("/entries/1", UriKind.Relative), content, limit.Token);
            if (written.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}
