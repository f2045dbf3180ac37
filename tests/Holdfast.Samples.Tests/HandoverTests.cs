using System.Net.Http.Json;
using Holdfast.Local;
using Holdfast.Samples.Handover;
using Holdfast.Testing;

namespace Holdfast.Samples.Tests;

/// <summary>A member that leaves hands its items over, and one that is started again keeps them.</summary>
public sealed class HandoverTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 20).Select(static number => $"item{number}")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ItemsOfAMemberThatLeavesAreOnTheOthers()
    {
        await using LocalCluster cluster = await StartAsync();
        LocalSet shelf = cluster.Of<Shelf>();
        using HttpClient http = cluster.CreateHttpClient();
        await PutAsync(http, 2);

        await shelf.ScaleAsync(2, Cancellation);

        string[] first = await ItemsAsync(http, 0);
        string[] second = await ItemsAsync(http, 1);
        Assert.Equal(Names.Order(StringComparer.Ordinal), first.Concat(second).Order(StringComparer.Ordinal));
        Assert.Equal("text of item7", await http.GetStringAsync($"http://shelf-{(first.Contains("item7") ? 0 : 1)}.shelf:8080/items/item7", Cancellation));
        Assert.Contains(shelf[2].Log.Lines, static line => line.Contains("20 items are handed over to shelf-0, shelf-1", StringComparison.Ordinal));

        // A later member of the ordinal finds the claim without them.
        await shelf.ScaleAsync(3, Cancellation);
        Assert.Empty(await ItemsAsync(http, 2));
    }

    [Fact]
    public async Task ARestartMovesNothing()
    {
        await using LocalCluster cluster = await StartAsync();
        LocalSet shelf = cluster.Of<Shelf>();
        using HttpClient http = cluster.CreateHttpClient();
        await PutAsync(http, 2);

        await shelf[2].DeleteAsync();
        await shelf.WaitUntilReadyAsync(Cancellation);
        await shelf.UpdateAsync(static app => app with { Command = app.Command.With("CHANGED", "yes") }, Cancellation);

        Assert.Equal(Names.Order(StringComparer.Ordinal), await ItemsAsync(http, 2));
        Assert.Empty(await ItemsAsync(http, 0));
        Assert.Empty(await ItemsAsync(http, 1));
        Assert.Equal(2, shelf[2].Log.Lines.Count(static line => line.Contains("shelf-2 comes back", StringComparison.Ordinal)));
    }

    private static Task<LocalCluster> StartAsync() => TestCluster.StartAsync<Shelf>(TestContext.Current.TestOutputHelper!.WriteLine, cancellationToken: Cancellation);

    private static async Task PutAsync(HttpClient http, int ordinal)
    {
        foreach (string name in Names)
        {
            using var text = new StringContent("text of " + name);
            using HttpResponseMessage response = await http.PutAsync($"http://shelf-{ordinal}.shelf:8080/items/{name}", text, Cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task<string[]> ItemsAsync(HttpClient http, int ordinal) =>
        (await http.GetFromJsonAsync<string[]>($"http://shelf-{ordinal}.shelf:8080/items", Cancellation))!;
}
