using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Holdfast.Aspire.Tests;

/// <summary>The commands of the dashboard, as code executes them.</summary>
[Collection(nameof(RunningShop))]
public class CommandTests(RunningShop shop)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ScaleUpAddsAReplica_AndScaleDownTakesItAway()
    {
        await DoneAsync("shop", "scale-up");

        CustomResourceSnapshot added = await ShopApp.StateAsync(shop.App, "shop-3", KnownResourceStates.Running, Cancellation);
        Assert.Equal("http://" + shop.Set[3].EndPoint(ShopApp.Http), Assert.Single(added.Urls).Url);
        Assert.Equal("shop", added.Properties.Single(property => property.Name == "resource.parentName").Value);
        Assert.Contains(added.Commands, command => command.Name == "kill" && command.State == ResourceCommandState.Enabled);
        Assert.Contains("shop-3", await ShopApp.LogAsync(shop.App, "shop", "3 → 4", Cancellation), StringComparison.Ordinal);
        await ShopApp.LogAsync(shop.App, "shop-3", "listens on", Cancellation);

        await DoneAsync("shop", "scale-down");

        await ShopApp.StateAsync(shop.App, "shop-3", "hidden", Cancellation);
        Assert.Equal(3, shop.Set.Set.Replicas);
        Assert.Contains("data-shop-3", await ShopApp.LogAsync(shop.App, "shop", "4 → 3", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RestartReplacesReplicasFromTheLastToTheFirst()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        int?[] before = [.. shop.Set.Members.Select(member => member.ProcessId)];
        var states = ShopApp.States(shop.App, end.Token);

        await DoneAsync("shop", "restart-in-order");
        await ShopApp.StateAsync(shop.App, "shop", KnownResourceStates.Running, Cancellation);
        await end.CancelAsync();

        Assert.All(shop.Set.Members, member => Assert.NotEqual(before[member.Ordinal], member.ProcessId));
        string[] stopped = [.. states.Where(state => state.EndsWith("Stopping", StringComparison.Ordinal))];
        Assert.Equal(["shop-2 Stopping", "shop-1 Stopping", "shop-0 Stopping"], stopped);
        await ShopApp.LogAsync(shop.App, "shop", "new template", Cancellation);
    }

    [Fact]
    public async Task KillEndsTheProcess_AndThePodStartsItAgain()
    {
        int? before = shop.Set[1].ProcessId;

        await DoneAsync("shop-1", "kill");

        await ShopApp.StateAsync(shop.App, "shop-1", KnownResourceStates.Running, Cancellation);
        await shop.Set.WaitUntilReadyAsync(Cancellation);
        Assert.NotEqual(before, shop.Set[1].ProcessId);
        await ShopApp.LogAsync(shop.App, "shop", "shop-1 is killed", Cancellation);
    }

    private async Task DoneAsync(string resource, string command)
    {
        ExecuteCommandResult result = await shop.App.ResourceCommands.ExecuteCommandAsync(resource, command, Cancellation);
        Assert.True(result.Success, result.Message);
    }
}
