using System.Collections.Concurrent;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Fuzz.Tests;

/// <summary>Every fix that is offered for a source with one mistake keeps the law of <see cref="FixProject"/>.</summary>
internal static class FixCheck
{
    private static readonly ConcurrentDictionary<RealSource, Lazy<Task<Start>>> Starts = new(ReferenceEqualityComparer.Instance);

    private static readonly ConcurrentDictionary<string, int> Offers = new(StringComparer.Ordinal);

    /// <summary>How many fixes were applied, by the diagnostic.</summary>
    public static IReadOnlyDictionary<string, int> Applied => Offers;

    public static async Task RunAsync(Mutant mutant, CancellationToken cancellationToken)
    {
        Start start = await Starts.GetOrAdd(mutant.Origin, static origin => new Lazy<Task<Start>>(() => BeginAsync(origin))).Value;
        Document document = start.Document.Project.Solution.WithDocumentText(start.Document.Id, SourceText.From(mutant.Text)).GetDocument(start.Document.Id)!;
        FixJudgement before = await FixProject.JudgeAsync(document, [], cancellationToken);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellationToken))!;
        foreach (Diagnostic diagnostic in before.Found.Where(diagnostic => diagnostic.Location.SourceTree == tree))
        {
            int applied = await FixProject.ApplyEachAsync(document, diagnostic, before, start.Right, [], cancellationToken);
            if (applied > 0)
            {
                Offers.AddOrUpdate(diagnostic.Id, applied, (_, count) => count + applied);
            }
        }
    }

    private static async Task<Start> BeginAsync(RealSource origin)
    {
        Document document = FixProject.Add(new AdhocWorkspace(), origin.Text, origin.Further);
        return new Start(document, await FixProject.JudgeAsync(document, [], CancellationToken.None));
    }

    /// <summary>The right source, and what is said about it.</summary>
    private sealed record Start(Document Document, FixJudgement Right);
}
