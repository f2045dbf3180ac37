using System.Collections.Immutable;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Types that declare something and are neither an application nor a container of one, so that nothing reads them. Where the
/// compiler misses members of them it stops before it asks an analyzer, and the generator says it.
/// </summary>
internal static class UnreadDeclarations
{
    private static readonly HashSet<string> ContainerNames = Written(AttributeNames.Container, AttributeNames.Sidecar, AttributeNames.InitContainer);

    /// <summary>A part of a type that may have members which nothing implements, by its source alone: nearly never.</summary>
    public static bool MayMissMembers(SyntaxNode node) => node is TypeDeclarationSyntax type
        && type.Members.Any(MayBeMissing)
        && !TreeTypes.HasAttribute(type, TreeTypes.IsAppName)
        && !(TreeTypes.HasAttribute(type, ContainerNames.Contains) && type.Parent is TypeDeclarationSyntax outer && TreeTypes.HasAttribute(outer, TreeTypes.IsAppName));

    /// <summary>Reports a type, if it is so.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isBase">Whether something in the project derives from it; asked for only where all else says that it is unread.</param>
    /// <param name="context">Takes it.</param>
    public static void Report(INamedTypeSymbol type, Func<bool> isBase, ReadContext context)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || AppReader.FindDeclaration(type) is not null)
        {
            return;
        }

        bool declaresContainer = type.GetAttributes().Any(ContainerReader.IsContainer);
        INamedTypeSymbol? app = type.ContainingType is { } outer && AppReader.FindDeclaration(outer) is not null ? outer : null;
        if (declaresContainer && (app is not null || type.ContainingType is { TypeKind: TypeKind.Interface } or { IsAbstract: true, IsStatic: false }))
        {
            return;
        }

        string? attribute = Declaring(type);
        bool stops = type.GetMembers().OfType<IPropertySymbol>().Any(property =>
            MissingMembers.IsHoldfasts(property) && MissingMembers.IsMissing(property, context.CancellationToken));
        if (!stops && (attribute is null || IsMeantAsBase(type) || isBase()))
        {
            return;
        }

        string has = attribute is null ? "has members for Holdfast to implement" : "has " + attribute;
        (string what, string toDo) = (app, declaresContainer) switch
        {
            ({ } of, _) => ($"{has} and is not a container of '{of.Name}'", $"add [Sidecar(\"image:tag\")], [InitContainer] or [Container] to it, or move the attributes to '{of.Name}'"),
            (null, true) when type.ContainingType is { } around => ($"{has} and is inside '{around.Name}', which is not an application", $"add [StatefulApp(\"{MemberNames.ToKebabCase(around.Name)}\")] to '{around.Name}', or move the class directly into one"),
            _ => ($"{has} and is not an application", $"add [StatefulApp(\"{MemberNames.ToKebabCase(type.Name)}\")] or [StatelessApp]"),
        };
        context.Report(
            stops,
            ReadingProblems.Unread,
            type.Locations.FirstOrDefault(),
            ImmutableDictionary<string, string?>.Empty,
            type.Name,
            what,
            stops ? " and its members have no other half" : string.Empty,
            toDo);
    }

    /// <summary>Whether a type has an attribute, on itself or on a member, that could be one of Holdfast's; by its source alone.</summary>
    public static bool MayDeclare(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && !GeneratedCode.IsGenerated(part.SyntaxTree, cancellationToken)
                && (declaration.AttributeLists.Count > 0 || declaration.Members.Any(static member => member is PropertyDeclarationSyntax or FieldDeclarationSyntax && member.AttributeLists.Count > 0)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first attribute that would declare something, as it is written; null where there is none.</summary>
    private static string? Declaring(INamedTypeSymbol type)
    {
        foreach (ISymbol symbol in new ISymbol[] { type }.Concat(type.GetMembers().Where(static member => member is IPropertySymbol or IFieldSymbol)))
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                // Of one that is half-typed nothing is said.
                if (attribute.AttributeConstructor is not null && AppReader.IsOurs(attribute, out string name) && IsDeclaration(attribute.AttributeClass))
                {
                    return AttributeNames.Written(name);
                }
            }
        }

        return null;
    }

    private static bool IsMeantAsBase(INamedTypeSymbol type) =>
        (type.IsAbstract && !type.IsStatic) || type.GetMembers().Any(static member => member is IPropertySymbol { IsAbstract: true });

    private static bool IsDeclaration(INamedTypeSymbol? attribute)
    {
        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Name == AttributeNames.Declaration && AppReader.IsOurs(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayBeMissing(MemberDeclarationSyntax member) => member is PropertyDeclarationSyntax property
        && property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && (TypeSyntaxNames.NameOf(property.Type) is { } type && MemberKinds.OwnTypes.ContainsKey(type)
            || property.AttributeLists.Any(static list => list.Attributes.Any(static attribute => TypeSyntaxNames.NameOf(attribute.Name) is { } name && MemberKinds.IsAttribute(name))));

    private static HashSet<string> Written(params string[] classNames) =>
        new(classNames.SelectMany(static name => new[] { name, AttributeNames.Short(name) }), StringComparer.Ordinal);
}
