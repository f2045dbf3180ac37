namespace Holdfast.Analyzers.ClientCode;

/// <summary>One call of an object of the compilation's own.</summary>
/// <param name="Call">What it gets, and what it does.</param>
/// <param name="IsCertain">Whether it is certain that it runs, once.</param>
internal sealed record BuilderStep(FollowedCall Call, bool IsCertain);
