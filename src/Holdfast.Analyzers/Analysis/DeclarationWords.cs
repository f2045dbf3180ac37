using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Attributes of declared types, in whose patches fields are called as in YAML.</summary>
internal sealed class DeclarationWords : AttributeWords
{
    public static DeclarationWords Instance { get; } = new();

    /// <inheritdoc/>
    public override FieldWords At(Location place) => place.Kind == LocationKind.SourceFile && IsInPatch(place) ? Yaml : base.At(place);

    private static bool IsInPatch(Location place) => place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true)
        .FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
        && AttributeNames.Short(AttributeNames.Patch) is var name
        && (attribute.Name as QualifiedNameSyntax)?.Right.ToString() is var right
        && (right ?? attribute.Name.ToString()) is var written
        && (written == name || written == AttributeNames.Patch);
}
