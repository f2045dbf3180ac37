using System.Collections.Concurrent;
using System.Globalization;

namespace Holdfast.Fuzz.Tests;

/// <summary>Runs many cases side by side, and tells of each kind of failure once, with what makes it again.</summary>
internal static class FuzzRun
{
    private const int Step = 1_000;

    /// <summary>All cases; the test fails if one does.</summary>
    /// <param name="test">The name of the test that asks.</param>
    /// <param name="cases">How many.</param>
    /// <param name="input">The input of a case.</param>
    /// <param name="check">Throws where an input does harm.</param>
    public static async Task RunAsync<T>(string test, int cases, Func<int, T> input, Func<T, CancellationToken, Task> check)
        where T : notnull
    {
        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        var failures = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        int done = 0;
        int failed = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(FuzzSettings.First, cases),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            async (index, cancellationToken) =>
            {
                T given = input(index);
                try
                {
                    await CheckAsync(given, check, cancellationToken);
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    Interlocked.Increment(ref failed);
                    string text = Invariant($"{test}: case {index} ({FuzzSettings.SeedVariable}={FuzzSettings.Seed} {FuzzSettings.FirstVariable}={index} {FuzzSettings.CasesVariable}=1):\n{exception}\n--- the input:\n{given}\n---");
                    if (failures.TryAdd(Kind(exception), text))
                    {
                        output?.WriteLine(text);
                    }
                }

                int now = Interlocked.Increment(ref done);
                if (now % Step == 0)
                {
                    output?.WriteLine(Invariant($"{test}: {now} cases, {failed} failed."));
                }
            });
        output?.WriteLine(Invariant($"{test}: {done} cases, seed {FuzzSettings.Seed}, {failed} failed in {failures.Count} ways."));
        Assert.True(failures.IsEmpty, Invariant($"{failed} of {done} cases failed in {failures.Count} ways.\n") + string.Join("\n\n", failures.Values));
    }

    private static async Task CheckAsync<T>(T given, Func<T, CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        guard.CancelAfter(FuzzSettings.Hang);
        try
        {
            // Work that does not look at the token is left behind, so that the test can say what hangs.
            await Task.Run(() => check(given, guard.Token), guard.Token).WaitAsync(FuzzSettings.Hang * 1.5, cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("It does not end.", exception);
        }
    }

    /// <summary>The exception's type and the innermost places of Holdfast's that it came through.</summary>
    private static string Kind(Exception exception)
    {
        Exception innermost = exception.GetBaseException();
        string? place = innermost.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("Holdfast.", StringComparison.Ordinal) && !line.Contains("Holdfast.Fuzz", StringComparison.Ordinal));
        return innermost.GetType().Name + (place?.Trim() ?? innermost.Message.Split('\n')[0]);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
