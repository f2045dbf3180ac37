using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// Where the user wrote something. In a file of manifests hardly any place is ever shown, and making one costs more than reading
/// what is there, so it is made when it is asked for.
/// </summary>
internal readonly struct NodeLocation
{
    /// <summary>A <see cref="Microsoft.CodeAnalysis.Location"/>, or the <see cref="FileLocations"/> that make one of the span.</summary>
    private readonly object? _source;

    private readonly TextSpan _span;

    private NodeLocation(object? source, TextSpan span)
    {
        _source = source;
        _span = span;
    }

    public Location? Location => _source is FileLocations places ? places.At(_span) : (Location?)_source;

    /// <summary>Whether it is in a file that is no source, without making it.</summary>
    public bool IsInFile => _source is FileLocations or Location { Kind: LocationKind.ExternalFile };

    /// <summary>Whether there is one, without making it.</summary>
    public bool IsKnown => _source is not null;

    public static implicit operator NodeLocation(Location? location) => new(location, default);

    public static NodeLocation In(FileLocations places, TextSpan span) => new(places, span);
}
