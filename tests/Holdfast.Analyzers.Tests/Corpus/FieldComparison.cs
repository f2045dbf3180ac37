namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>One field of both manifests.</summary>
/// <param name="Path">The original's object, a blank, and the path in it: <c>Service/zk spec.clusterIP</c>.</param>
/// <param name="Outcome">How they compare.</param>
/// <param name="Written">Whether the original's author wrote it, rather than left it to the server.</param>
/// <param name="Original">The original's value as JSON.</param>
/// <param name="Emitted">The emitted value as JSON.</param>
internal sealed record FieldComparison(string Path, FieldOutcome Outcome, bool Written, string? Original, string? Emitted)
{
    public override string ToString() => $"{Outcome,-9} {Path}: {Original ?? "-"} | {Emitted ?? "-"}";
}
