using Holdfast.Engine.Constraints;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>Each constraint of each row of <c>Constraints.txt</c> has a verdict that shows it and one beside it that does not.</summary>
public class RowVerdictTests
{
    /// <summary>Constraints without a verdict, each with its reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
    };

    private static readonly Lazy<ILookup<(string Base, string Path), (FieldVerdict Verdict, HashSet<Constraint> Fired)>> Blocks = new(static () =>
        FieldVerdicts.All.AsParallel().AsOrdered().Select(static verdict => (Verdict: verdict, Fired: verdict.Fired.ToHashSet())).ToLookup(static item => item.Verdict.Block));

    [Fact]
    public void EachConstraintHasAVerdict() => Compare(static constraint => IsLifting(constraint)
        ? ReachedByAccepted.Value.Contains(Lifted(constraint))
        : Blocks.Value.Any(block => block.Any(item => item.Fired.Contains(constraint))));

    [Fact]
    public void EachConstraintHasANearMiss() => Compare(static constraint => IsLifting(constraint)
        || Blocks.Value.Any(block => block.Any(item => item.Fired.Contains(constraint)) && block.Any(item => IsNearMiss(item.Verdict, item.Fired, constraint))));

    /// <summary>A constraint that lifts others is shown by what the server takes there.</summary>
    private static bool IsLifting(Constraint constraint) => constraint.Kind is ConstraintKind.Optional or ConstraintKind.Unchecked;

    private static readonly Lazy<HashSet<string>> ReachedByAccepted = new(static () =>
        FieldVerdicts.All.Where(static verdict => verdict.Answer != Answer.Refused && verdict.Findings.Length == 0).SelectMany(static verdict => verdict.Fields()).ToHashSet(StringComparer.Ordinal));

    private static bool IsNearMiss(FieldVerdict verdict, HashSet<Constraint> fired, Constraint constraint) =>
        !fired.Contains(constraint) && verdict.Answer != Answer.Refused && !verdict.Findings.Any(static finding => finding.StartsWith("error ", StringComparison.Ordinal));

    /// <summary>A field that may be left out is shown by the mapping around it.</summary>
    private static string Lifted(Constraint constraint) =>
        constraint.Kind == ConstraintKind.Optional ? constraint.Path[..constraint.Path.LastIndexOf('.')] : constraint.Path;

    private static void Compare(Func<Constraint, bool> has)
    {
        string[] missing = [.. ConstraintTable.Constraints.Where(constraint => IsOfTheServer(constraint) && !has(constraint)).Select(static constraint => constraint.ToString())];
        Assert.Equal(string.Empty, string.Join('\n', missing.Except(Exempt.Keys).Concat(Exempt.Keys.Except(missing).Select(static row => row + ": is shown by now"))));
    }

    /// <summary>Rows of versions that the server is not of are tried on both sides of their version by <see cref="Files.ManifestVersionTests"/>.</summary>
    private static bool IsOfTheServer(Constraint constraint) =>
        constraint.Fact is null || !(constraint.IsWithoutFact ? FieldVerdict.Server.Without(constraint.Fact) : FieldVerdict.Server.With(constraint.Fact)).IsEmpty;
}
