namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A diagnostic that a declaration rightly gets.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Reason">Why the declaration stays as it is.</param>
internal sealed record TrueFinding(string Id, string Reason);
