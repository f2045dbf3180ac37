namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A value that the server fills in where a field is absent and all that holds it is there.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Path">Keys with dots between them; <c>[]</c> behind a key stands for each item of its list.</param>
/// <param name="Json">The value, as JSON.</param>
internal sealed record ServerDefault(string Kind, string Path, string Json);
