namespace Holdfast.Tests.Shared;

/// <summary>One text of a test.</summary>
/// <param name="Suffix">What is added to the test's name: empty, or <c>#hint</c>.</param>
/// <param name="Extension">The file's extension, without a dot.</param>
/// <param name="Text">What the test produced.</param>
internal sealed record SnapshotTarget(string Suffix, string Extension, string Text);
