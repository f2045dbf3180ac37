using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Reporting;

/// <summary>
/// What is found and where, so that it is reported once. It is a class, since a compiler that has just started compiles code for
/// collections of tuples.
/// </summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Location">The place.</param>
internal sealed record FindingPlace(string Id, Location Location);
