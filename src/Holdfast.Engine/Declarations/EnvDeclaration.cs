using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Env]</c>.</summary>
internal sealed record EnvDeclaration(
    Declared<string> Name,
    Declared<string> Value,
    Declared<string> FieldPath,
    Declared<string> Resource,
    Declared<string> Divisor,
    Declared<string> ConfigMap,
    Declared<string> Secret,
    Declared<string> Key,
    Declared<bool> Optional)
{
    /// <summary>What the placeholders of its value may be; null where all of it stands for itself.</summary>
    public PlaceholdersDeclaration? Placeholders { get; init; }

    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }

    /// <summary>The member of the volume that has the file.</summary>
    public Declared<string> FileVolume { get; init; }

    /// <summary>The file's path in the volume.</summary>
    public Declared<string> FilePath { get; init; }
}
