using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Wording;

/// <summary>How a field is called where an object is written: each reader of objects has its words.</summary>
internal abstract class FieldWords
{
    /// <summary>Manifests, and patches.</summary>
    public static FieldWords Yaml { get; } = new YamlWords();

    /// <summary>Attributes of declared types.</summary>
    public static FieldWords Attributes { get; } = new AttributeWords();

    /// <summary>Objects that code makes with KubernetesClient.</summary>
    public static FieldWords Client { get; } = new ClientWords();

    /// <summary>The field, with its value where there is one.</summary>
    public abstract string Of(FieldText field);

    /// <summary>The permissions of a file as they are written.</summary>
    public virtual string Of(Permissions permissions) => permissions.Bits.ToString(CultureInfo.InvariantCulture);

    /// <summary>The words for a place: manifests are YAML, whatever found it. A reader of code knows what else is YAML there.</summary>
    /// <param name="place">Where a message is shown.</param>
    public virtual FieldWords At(Location place) => place.Kind == LocationKind.ExternalFile ? Yaml : this;

    /// <summary>The words of the reader that an object is from.</summary>
    /// <param name="node">The object.</param>
    /// <param name="isDeclared">Whether a type with attributes declares it.</param>
    public static FieldWords Of(ManifestNode node, bool isDeclared) =>
        isDeclared ? Attributes : node.Place.IsInFile ? Yaml : Client;
}
