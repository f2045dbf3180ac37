namespace Holdfast.Engine.Wording;

/// <summary>The permissions of a file, which YAML can have in octal and C# cannot.</summary>
/// <param name="Bits">The permissions as a number.</param>
internal readonly record struct Permissions(long Bits);
