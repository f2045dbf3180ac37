using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>That a text has placeholders, and what they may name beside members of the application.</summary>
/// <param name="Braces">How many braces are around each.</param>
/// <param name="Applications">The other applications.</param>
internal sealed record PlaceholdersDeclaration(Declared<int> Braces, EquatableArray<NamedApp> Applications)
{
    /// <summary>More braces than that are a typing error.</summary>
    public const int MostBraces = 9;

    /// <summary>How many braces are around a placeholder; 0 where there are none, or the number makes no sense.</summary>
    public int Count => Braces.OrDefault(0) is >= 0 and <= MostBraces and { } count ? count : 0;
}
