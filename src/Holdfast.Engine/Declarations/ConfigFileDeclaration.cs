using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[ConfigFile]</c> on a constant, on a peer list or address, or on a class.</summary>
/// <param name="Member">The constant's or member's name; empty on a class.</param>
/// <param name="Path">The file's path in the container.</param>
/// <param name="File">The file of the project that has the text.</param>
/// <param name="Text">The constant's value; of a file it is unknown until the file is looked up.</param>
internal sealed record ConfigFileDeclaration(string Member, Declared<string> Path, Declared<string> File, Declared<string> Text)
{
    /// <summary>What the placeholders of its text may be; null where all of it stands for itself.</summary>
    public PlaceholdersDeclaration? Placeholders { get; init; }

    /// <summary>How many braces were around its placeholders before they were filled.</summary>
    public int Braces { get; init; }

    /// <summary>The file's permissions; absent for those of the volume.</summary>
    public Declared<int> Mode { get; init; }

    /// <summary>Whether the ConfigMap that has it never changes, and another one takes its place.</summary>
    public Declared<bool> Immutable { get; init; }

    /// <summary>Whether the text is bytes in base64.</summary>
    public bool IsBinary { get; init; }

    /// <summary>The texts of all replicas, where each has a different one; the first is <see cref="Text"/>, too.</summary>
    public EquatableArray<string> PerReplica { get; init; }
}
