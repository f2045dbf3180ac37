namespace Holdfast.Engine.Model.Values;

/// <summary>The syntax of binary values.</summary>
internal static class Base64
{
    public static bool IsRight(string text) => Length(text) is not null;

    /// <summary>The bytes that a text stands for; null where it is none.</summary>
    public static int? Length(string text)
    {
        try
        {
            return Convert.FromBase64String(text).Length;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
