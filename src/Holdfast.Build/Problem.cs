namespace Holdfast.Build;

/// <summary>Something that the build says to the user.</summary>
/// <param name="Code">The id, <c>HF91nn</c>.</param>
/// <param name="Text">What is wrong, what follows from it and what to do.</param>
/// <param name="IsWarning">Whether the build goes on.</param>
internal sealed record Problem(string Code, string Text, bool IsWarning = false);
