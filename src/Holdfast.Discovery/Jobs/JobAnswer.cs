namespace Holdfast.Discovery;

/// <summary>What the API server says about a Job.</summary>
/// <param name="Phase">How far it is.</param>
/// <param name="Text">The same in words, for logs.</param>
internal readonly record struct JobAnswer(JobPhase Phase, string Text);
