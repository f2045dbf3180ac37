namespace Holdfast.Engine.Declarations;

/// <summary><c>[ConfigMapEntry]</c>.</summary>
/// <param name="ConfigMap">The ConfigMap's name; absent for the application's own.</param>
/// <param name="Key">The key.</param>
/// <param name="File">The file of the project that has the text.</param>
/// <param name="Text">The text; of a file it is unknown until the file is looked up.</param>
internal sealed record ConfigMapEntryDeclaration(Declared<string> ConfigMap, Declared<string> Key, Declared<string> File, Declared<string> Text)
{
    /// <summary>What the placeholders of its text may be; null where all of it stands for itself.</summary>
    public PlaceholdersDeclaration? Placeholders { get; init; }

    /// <summary>Whether the ConfigMap that has it never changes, and another one takes its place.</summary>
    public Declared<bool> Immutable { get; init; }

    /// <summary>Whether the text is bytes in base64.</summary>
    public bool IsBinary { get; init; }

    /// <summary>How many braces were around its placeholders before they were filled.</summary>
    public int Braces { get; init; }
}
