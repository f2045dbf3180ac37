namespace Holdfast.Local.Tests.Control;

/// <summary>The same with processes: what is started and ended comes in the order of the plan.</summary>
public class ProcessesAgainstPlanTests
{
    private static readonly string[] Policies = ["OrderedReady", "Parallel"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task ProcessesStartAndEndAsThePlanSays(int seed)
    {
        var random = new Random(seed);
        string policy = Policies[seed % 2];
        string yaml = ShopManifest.Yaml(
            random.Next(1, 4), policy, probes: "", set: random.Next(2) == 0 ? "persistentVolumeClaimRetentionPolicy:\n  whenScaled: Delete" : "minReadySeconds: 0")
            .Replace("        ports:\n        - name: http\n          containerPort: 8080\n", "", StringComparison.Ordinal);
        List<string> said = [];
        LocalClusterOptions options = ShopManifest.Options() with { Output = text => { lock (said) { said.Add(text); } } };
        await using LocalCluster cluster = await LocalCluster.StartAsync(
            [LocalApp.FromYaml(yaml, new LocalCommand("sleep", "1000"))], options, TestContext.Current.CancellationToken);
        LocalSet shop = cluster["shop"];
        ScalePlan plan = ScalePlan.Creation(shop.Set, new ScaleOptions { KeptClaims = [] });
        Expect(plan);

        for (int i = 0; i < 6; i++)
        {
            var after = new StatefulSetInfo(shop.Set) { Replicas = random.Next(0, 6), OrdinalStart = random.Next(3) == 0 ? random.Next(3) : shop.Set.OrdinalStart };
            if (random.Next(3) == 0)
            {
                plan = plan.Then(shop.Set, new ScaleOptions { Template = TemplateChange.Working });
                await shop.UpdateAsync(app => app with { Command = app.Command.With("RUN", $"{i}") }, TestContext.Current.CancellationToken);
            }
            else
            {
                plan = plan.Then(after);
                await shop.ChangeAsync(after, TestContext.Current.CancellationToken);
            }

            Expect(plan);
        }

        void Expect(ScalePlan expected)
        {
            IEnumerable<string> planned = expected.Changes[^1].Steps.SelectMany(step =>
                step.Creates.Select(pod => $"cluster | {pod.Name} starts").Concat(step.Deletes.Select(pod => $"cluster | {pod.Name} is deleted")));
            string[] done;
            lock (said)
            {
                done = [.. said.Where(text => text.EndsWith(" starts", StringComparison.Ordinal) || (text.EndsWith(" is deleted", StringComparison.Ordinal) && !text.Contains("claim", StringComparison.Ordinal)))];
                said.Clear();
            }

            // In a Parallel set what is in one step has no order, and steps are taken as soon as they can be.
            Assert.Equal(policy == "Parallel" ? planned.Order(StringComparer.Ordinal) : planned, policy == "Parallel" ? done.Order(StringComparer.Ordinal) : done);
            Assert.Equal(
                expected.End.Claims.Select(claim => claim.Name).Order(StringComparer.Ordinal),
                Claims(expected).Order(StringComparer.Ordinal));
        }

        IEnumerable<string> Claims(ScalePlan expected)
        {
            // Folders go a moment after the pods that owned the claims.
            string folder = Path.Combine(cluster.Directory, "default", "claims");
            SpinWait.SpinUntil(() => Directory.EnumerateDirectories(folder).Count() == expected.End.Claims.Count, TimeSpan.FromSeconds(5));
            return Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path));
        }
    }
}
