namespace Holdfast.Analyzers.Tests.Architecture;

/// <summary>Code of one folder uses a symbol of another.</summary>
/// <param name="From">The folder that uses it.</param>
/// <param name="To">The folder that declares it.</param>
/// <param name="Example">The first use: file → file (symbol).</param>
internal sealed record Arrow(string From, string To, string Example);
