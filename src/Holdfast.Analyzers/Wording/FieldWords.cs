using System.Globalization;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Wording;

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

    /// <summary>The words for a place: patches are YAML, whether they are files or texts of an attribute.</summary>
    /// <param name="place">Where a message is shown.</param>
    /// <param name="words">Those of the reader that found it.</param>
    public static FieldWords At(Location place, FieldWords words) => place.Kind switch
    {
        LocationKind.ExternalFile => Yaml,
        LocationKind.SourceFile when words == Attributes && IsInPatch(place) => Yaml,
        _ => words,
    };

    /// <summary>The words of the reader that an object is from.</summary>
    /// <param name="node">The object.</param>
    /// <param name="isDeclared">Whether a type with attributes declares it.</param>
    public static FieldWords Of(ManifestNode node, bool isDeclared) =>
        isDeclared ? Attributes : node.Location?.Kind == LocationKind.ExternalFile ? Yaml : Client;

    private static bool IsInPatch(Location place) => place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true)
        .FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
        && AttributeNames.Short(AttributeNames.Patch) is var name
        && (attribute.Name as QualifiedNameSyntax)?.Right.ToString() is var right
        && (right ?? attribute.Name.ToString()) is var written
        && (written == name || written == AttributeNames.Patch);
}
