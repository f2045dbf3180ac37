using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Reading.Objects;

/// <summary>A change of a part of an object after it was made.</summary>
/// <param name="Target">The part.</param>
/// <param name="Value">What it becomes; null where that is not known.</param>
internal sealed record PartChange(IPropertyReferenceOperation Target, IOperation? Value);
