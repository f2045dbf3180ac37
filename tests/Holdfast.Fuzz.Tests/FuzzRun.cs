using System.Collections.Concurrent;
using System.Globalization;

namespace Holdfast.Fuzz.Tests;

/// <summary>Runs many cases side by side, and mentions each kind of failure once, with what makes it again.</summary>
internal static class FuzzRun
{
    private const int Step = 1_000;

    /// <summary>All cases; the test fails if one does.</summary>
    /// <param name="test">The name of the test that asks.</param>
    /// <param name="cases">How many.</param>
    /// <param name="input">The input of a case.</param>
    /// <param name="check">Throws where an input does harm.</param>
    public static Task RunAsync<T>(string test, int cases, Func<int, T> input, Func<T, CancellationToken, Task> check)
        where T : notnull =>
        RunAsync(test, cases, 1, input, (inputs, cancellationToken) => check(inputs[0], cancellationToken));

    /// <summary>All cases, many at a time where what they share costs more than they do; the test fails if one does.</summary>
    /// <param name="test">The name of the test that asks.</param>
    /// <param name="cases">How many.</param>
    /// <param name="together">How many are checked at once. Where that fails, each is checked by itself.</param>
    /// <param name="input">The input of a case.</param>
    /// <param name="check">Throws where one of the inputs does harm.</param>
    public static async Task RunAsync<T>(string test, int cases, int together, Func<int, T> input, Func<IReadOnlyList<T>, CancellationToken, Task> check)
        where T : notnull
    {
        ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
        var failures = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        int done = 0;
        int failed = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(FuzzSettings.First, cases).Chunk(together),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            async (indices, cancellationToken) =>
            {
                if (await FailureAsync(indices, cancellationToken) is { } thrown)
                {
                    bool alone = false;
                    foreach (int index in indices.Where(_ => indices.Length > 1))
                    {
                        if (await FailureAsync([index], cancellationToken) is { } ofOne)
                        {
                            alone = true;
                            Tell(ofOne, [index]);
                        }
                    }

                    if (!alone)
                    {
                        Tell(thrown, indices);
                    }
                }

                int now = Interlocked.Add(ref done, indices.Length);
                if (now / Step != (now - indices.Length) / Step)
                {
                    output?.WriteLine(Invariant($"{test}: {now} cases, {failed} failed."));
                }
            });
        output?.WriteLine(Invariant($"{test}: {done} cases, seed {FuzzSettings.Seed}, {failed} failed in {failures.Count} ways."));
        Assert.True(failures.IsEmpty, Invariant($"{failed} of {done} cases failed in {failures.Count} ways.\n") + string.Join("\n\n", failures.Values));

        async Task<Exception?> FailureAsync(int[] indices, CancellationToken cancellationToken)
        {
            try
            {
                await CheckAsync([.. indices.Select(input)], check, cancellationToken);
                return null;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                return exception;
            }
        }

        void Tell(Exception exception, int[] indices)
        {
            Interlocked.Add(ref failed, 1);
            string text = Invariant($"{test}: case {indices[0]} ({FuzzSettings.SeedVariable}={FuzzSettings.Seed} {FuzzSettings.FirstVariable}={indices[0]} {FuzzSettings.CasesVariable}={indices.Length}):\n{exception}\n--- the input:\n{string.Join("\n---\n", indices.Select(input))}\n---");
            if (failures.TryAdd(Kind(exception), text))
            {
                output?.WriteLine(text);
            }
        }
    }

    private static async Task CheckAsync<T>(IReadOnlyList<T> given, Func<IReadOnlyList<T>, CancellationToken, Task> check, CancellationToken cancellationToken)
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
