using System.Collections.Concurrent;
using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>
/// The verdicts of <c>tests/Verdicts</c>, each a project of one file through all analyzers: what the server refuses is an error, what
/// it takes is never said to be refused, what it warns of is a warning, and each finding is at the field that the line names.
/// </summary>
public class FieldVerdictTests
{
    private static readonly ConcurrentDictionary<string, Task<string[]>> Bases = new(StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. FieldVerdicts.All.Select(static verdict => verdict.File).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task WhatIsFoundIsWhatTheServerSays(string file)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FieldVerdicts.All.Where(verdict => verdict.File == file), TestContext.Current.CancellationToken, async (verdict, _) =>
        {
            foreach (string line in await JudgeAsync(verdict))
            {
                wrong.Add($"{verdict.Name}: {line}");
            }
        });
        Assert.Equal(string.Empty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    /// <summary>What the server takes is an error only where it breaks in the cluster, and each such break has an object here or in what is shared.</summary>
    [Fact]
    public async Task WhatTheServerTakesIsAnErrorOnlyWhereItBreaks()
    {
        var wrong = new ConcurrentBag<string>();
        var shown = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(FieldVerdicts.All.Where(static verdict => verdict.Answer is Answer.Accepted or Answer.Warning), TestContext.Current.CancellationToken, async (verdict, _) =>
        {
            foreach (Diagnostic error in (await Run(verdict.Yaml).RunAsync()).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                if (BrokenObjects.Reason(error) is { } reason)
                {
                    shown[reason] = true;
                }
                else
                {
                    wrong.Add($"{verdict.Name}: the server takes it, and no row says how it breaks: {error}");
                }
            }
        });
        Assert.Equal(string.Empty, string.Join('\n', wrong.Order(StringComparer.Ordinal).Concat(BrokenObjects.All.Except(shown.Keys).Select(static reason => reason + ": no verdict shows it"))));
    }

    [Fact]
    public void EachErrorInWhatTheServerTakesIsARowOfThePage() => Assert.Equal(
        string.Empty,
        string.Join('\n', BrokenObjects.All.Where(static reason => !BrokenObjects.Rows.Any(row => row.StartsWith(reason, StringComparison.Ordinal)))
            .Concat(BrokenObjects.Rows.Where(static row => !BrokenObjects.All.Any(reason => row.StartsWith(reason, StringComparison.Ordinal))))));

    [Fact]
    public void NoVerdictStandsTwice() =>
        Assert.Empty(FieldVerdicts.All.GroupBy(static verdict => (verdict.Base, verdict.Path, verdict.Value)).Where(static group => group.Count() > 1).Select(static group => group.First().Name));

    private static async Task<List<string>> JudgeAsync(FieldVerdict verdict)
    {
        Diagnostic[] found = [.. (await Run(verdict.Yaml).RunAsync()).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        string[] usual = await Bases.GetOrAdd(verdict.Base, static async text => Describe(text, await Run(text).RunAsync()));
        string[] here = [.. Describe(verdict.Yaml, found).Except(usual).Order(StringComparer.Ordinal)];
        var wrong = new List<string>();
        if (!here.SequenceEqual(verdict.Findings.Order(StringComparer.Ordinal)))
        {
            wrong.Add($"found {(here.Length == 0 ? "nothing" : string.Join(", ", here))}, expected {(verdict.Findings.Length == 0 ? "nothing" : string.Join(", ", verdict.Findings))}");
        }

        bool isRight = verdict.Answer switch
        {
            Answer.Refused => here.Any(static line => line.StartsWith("error ", StringComparison.Ordinal)),
            Answer.Warning => here.Length > 0,
            _ => true,
        };
        if (isRight == (verdict.Gap is not null))
        {
            wrong.Add(isRight ? "there is no gap any more" : $"the server's answer '{verdict.Answer}' is not found");
        }

        string? claim = found.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).FirstOrDefault(static message => message.Contains("refuse", StringComparison.Ordinal));
        if (verdict.Answer is Answer.Accepted or Answer.Warning && claim is not null)
        {
            wrong.Add("the server takes it: " + claim);
        }

        return wrong;
    }

    private static string[] Describe(string yaml, IEnumerable<Diagnostic> found)
    {
        MappingNode root = FieldVerdict.Read(yaml);
        return [.. found.Select(diagnostic => $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id} at {FieldVerdict.PathAt(root, diagnostic.Location.SourceSpan)}").Distinct(StringComparer.Ordinal)];
    }

    private static ManifestRun Run(string yaml) => new ManifestRun().File("k8s/object.yaml", yaml).Setting("k8s/object.yaml", "holdfast_kubernetes_version", FieldVerdict.Version);
}
