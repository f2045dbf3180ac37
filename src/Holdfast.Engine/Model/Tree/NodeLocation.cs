using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// Where the user wrote something. In a file of manifests hardly any place is ever shown, and making one costs more than reading
/// what is there, so it is made when it is asked for.
/// </summary>
internal readonly struct NodeLocation
{
    private NodeLocation(object? source, TextSpan span)
    {
        Source = source;
        Span = span;
    }

    /// <summary>A <see cref="Microsoft.CodeAnalysis.Location"/>, or the <see cref="FileLocations"/> that make one of the span.</summary>
    public object? Source { get; }

    public TextSpan Span { get; }

    public Location? Location => Source is FileLocations places ? places.At(Span) : (Location?)Source;

    /// <summary>Whether it is in a file other than a source, without making it.</summary>
    public bool IsInFile => Source is FileLocations or Location { Kind: LocationKind.ExternalFile };

    /// <summary>The path of the file, without making the place; null where there is none.</summary>
    public string? Path => Source is FileLocations places ? places.Path : ((Location?)Source)?.GetLineSpan().Path;

    /// <summary>Whether there is one, without making it.</summary>
    public bool IsKnown => Source is not null;

    public static implicit operator NodeLocation(Location? location) => new(location, default);

    /// <param name="source">What <see cref="Source"/> says.</param>
    /// <param name="span">The part of the file.</param>
    public static NodeLocation Of(object? source, TextSpan span) => new(source, span);

    public static NodeLocation In(FileLocations places, TextSpan span) => new(places, span);
}
