using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// A problem that stops the compiler, as the generator's pipeline keeps it. Two are equal where they say the same at the same
/// place; the compiler's own equality compares the arguments of a message as objects.
/// </summary>
internal sealed class StopProblem(Diagnostic diagnostic) : IEquatable<StopProblem>
{
    private readonly string _message = diagnostic.GetMessage(CultureInfo.InvariantCulture);

    public Diagnostic Diagnostic { get; } = diagnostic;

    public bool Equals(StopProblem? other) =>
        other is not null && Diagnostic.Id == other.Diagnostic.Id && Diagnostic.Location.Equals(other.Diagnostic.Location) && _message == other._message;

    public override bool Equals(object? obj) => Equals(obj as StopProblem);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_message);
}
