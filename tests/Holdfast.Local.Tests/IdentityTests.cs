namespace Holdfast.Local.Tests;

/// <summary>Whatever is done to a set, two processes never have the same identity, and in the end all members are there.</summary>
public class IdentityTests
{
    [Theory]
    [InlineData(1, "OrderedReady")]
    [InlineData(2, "Parallel")]
    public async Task AtMostOneProcessOfAnIdentityRuns(int seed, string policy)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "needs flock");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var random = new Random(seed);

        // A member holds a lock on a file of its claim as long as it runs; a second one would end with 9.
        LocalApp app = LocalApp.FromYaml(
            ShopManifest.Yaml(3, policy, probes: "").Replace("        ports:\n        - name: http\n          containerPort: 8080\n", "", StringComparison.Ordinal),
            new LocalCommand("sh", "-c", "exec 9> $HOLDFAST_PATH_DATA/lock; flock -n 9 || exit 9; exec sleep 1000"));
        await using LocalCluster cluster = await LocalCluster.StartAsync([app], ShopManifest.Options() with { Output = null }, cancellation);
        LocalSet shop = cluster["shop"];

        List<Task> scaling = [];
        for (int i = 0; i < 60; i++)
        {
            LocalMember member = shop[random.Next(5)];
            try
            {
                switch (random.Next(6))
                {
                    case 0:
                        await member.KillAsync();
                        break;
                    case 1:
                        await member.DeleteAsync();
                        break;
                    case 2:
                        scaling.Add(shop.ScaleAsync(random.Next(1, 6), cancellation));
                        break;
                    case 3:
                        await shop.BeginUpdateAsync(changed => changed with { Command = changed.Command.With("RUN", $"{i}") });
                        break;
                    case 4:
                        await member.StopAsync();
                        member.Start();
                        break;
                    default:
                        await Task.Delay(random.Next(40), cancellation);
                        break;
                }
            }
            catch (LocalClusterException exception) when (exception.Message.Contains("has no pod", StringComparison.Ordinal))
            {
                // It is scaled away, or between two pods.
            }
        }

        await shop.ScaleAsync(5, cancellation);
        await Task.WhenAll(scaling);
        Assert.Equal(5, shop.Members.Count(member => member.IsReady));
        Assert.Equal(5, shop.Members.Select(member => member.ProcessId).Distinct().Count());
        Assert.All(shop.Members, member => Assert.DoesNotContain(member.Log.Lines, line => line.Contains("ended with 9", StringComparison.Ordinal)));
        Assert.Contains(shop.Members, member => member.Log.Lines.Any(line => line.Contains("ended with", StringComparison.Ordinal)));
    }
}
