using System.Diagnostics;
using System.Globalization;
using Holdfast.Local;

namespace Holdfast.Testing;

/// <summary>
/// Local clusters for tests, with any test framework: members' output goes to the test, waits are short, members can be cut off from each other, and
/// nothing is left behind.
/// </summary>
/// <example>
/// <code>await using LocalCluster cluster = await TestCluster.StartAsync&lt;Orders&gt;(output.WriteLine);</code>
/// </example>
public static class TestCluster
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Options that fit tests: a temporary folder, probes at least every 0.1 s, at most 5 s of grace period, short back-off, and members that can be cut off
    /// where each has a separate address.
    /// </summary>
    /// <param name="output">Takes what members write, line by line: xunit's <c>output.WriteLine</c>, NUnit's <c>TestContext.Progress.WriteLine</c>; left out, nothing does.</param>
    /// <returns>The options.</returns>
    public static LocalClusterOptions Options(Action<string>? output = null)
    {
        var options = new LocalClusterOptions();
        return options with
        {
            Output = output,
            FirstProbePeriod = TimeSpan.FromMilliseconds(25),
            LongestProbePeriod = TimeSpan.FromMilliseconds(100),
            LongestGracePeriod = TimeSpan.FromSeconds(5),
            RestartBackOff = new RestartBackOff { First = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromSeconds(1) },
            CanCutOff = options.OwnAddresses,
        };
    }

    /// <summary>Starts one application, and waits until all members are Ready.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="output">Takes what members write, line by line; left out, nothing does.</param>
    /// <param name="command">What runs in place of its container; left out, the program whose project declares it.</param>
    /// <param name="cancellationToken">Ends the start; what has been started is ended.</param>
    /// <returns>The cluster.</returns>
    /// <exception cref="LocalClusterException">It cannot be started, a member ends again and again, or it is not ready in time; nothing is left behind.</exception>
    public static Task<LocalCluster> StartAsync<TApp>(
        Action<string>? output = null, LocalCommand? command = null, CancellationToken cancellationToken = default)
        where TApp : IStatefulApp => LocalCluster.StartAsync<TApp>(command, Options(output), cancellationToken);

    /// <summary>A client that knows the cluster's names: <c>http://orders-1.orders:8080/</c>, <c>http://orders-client/</c>. All other names are the system's.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <returns>The client, which the test disposes of.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cluster"/> is null.</exception>
    public static HttpClient CreateHttpClient(this LocalCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return new HttpClient(new ClusterHandler(cluster));
    }

    /// <summary>Asks again and again until something is so.</summary>
    /// <param name="what">What is waited for, for the message: <c>another member leads</c>.</param>
    /// <param name="condition">Says whether it is so. What it throws of failed requests and connections counts as "not yet".</param>
    /// <param name="timeout">After how long it has failed; left out, 30 seconds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it is so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <exception cref="TimeoutException">It was not so in time; the message has what was waited for and the last failure.</exception>
    public static async Task EventuallyAsync(
        string what, Func<CancellationToken, Task<bool>> condition, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        TimeSpan limit = timeout ?? TimeSpan.FromSeconds(30);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(limit);
        long begun = Stopwatch.GetTimestamp();
        Exception? last = null;
        do
        {
            try
            {
                if (await condition(end.Token).ConfigureAwait(false))
                {
                    return;
                }

                last = null;
                await Task.Delay(Pause, end.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested
                && exception is HttpRequestException or IOException or System.Net.Sockets.SocketException or TimeoutException or OperationCanceledException)
            {
                last = exception is OperationCanceledException ? last : exception;
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
        while (Stopwatch.GetElapsedTime(begun) < limit);

        throw new TimeoutException(string.Create(
            CultureInfo.InvariantCulture,
            $"Not within {limit.TotalSeconds:0.###} s: {what}.{(last is null ? "" : $" The last attempt failed: {last.Message}")}"));
    }
}
