using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Declarations;

/// <summary>
/// A value that an attribute argument sets, and where it stands. The place is not part of equality (and is never kept in
/// the generator's pipeline): moving a declaration changes nothing that is generated from it.
/// </summary>
internal readonly struct Declared<T> : IEquatable<Declared<T>>
    where T : IEquatable<T>
{
    private readonly T? _value;

    private Declared(DeclaredState state, T? value, Location? location)
    {
        State = state;
        _value = value;
        Location = location;
    }

    public DeclaredState State { get; }

    public Location? Location { get; }

    public static Declared<T> Absent => default;

    public static Declared<T> Known(T value, Location? location) => new(DeclaredState.Known, value, location);

    public static Declared<T> Unknown(Location? location) => new(DeclaredState.Unknown, default, location);

    /// <summary>Whether the user set it to something known.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return State == DeclaredState.Known;
    }

    /// <summary>The value, or what holds when it is absent or cannot be understood yet.</summary>
    public T OrDefault(T fallback) => State == DeclaredState.Known ? _value! : fallback;

    /// <summary>The same, with a default of another place where the user said nothing.</summary>
    public Declared<T> Or(T fallback, Location? location) => State == DeclaredState.Absent ? Known(fallback, location) : this;

    public bool Equals(Declared<T> other) =>
        State == other.State && EqualityComparer<T?>.Default.Equals(_value, other._value);

    public override bool Equals(object? obj) => obj is Declared<T> other && Equals(other);

    public override int GetHashCode() => _value is null ? (int)State : unchecked((_value.GetHashCode() * 31) + (int)State);
}
