using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads whether and how a type can be re-opened.</summary>
internal static class TypeShapeReader
{
    public static TypeShape Read(INamedTypeSymbol type, ReadContext context)
    {
        bool canGenerate = true;
        ImmutableArray<string>.Builder containers = ImmutableArray.CreateBuilder<string>();
        foreach (INamedTypeSymbol part in SelfAndContainingTypes(type))
        {
            bool isDeclared = SymbolEqualityComparer.Default.Equals(part, type);
            if (Obstacle(part, isDeclared, context) is { } obstacle)
            {
                canGenerate = false;

                // Always at the declared type: a finding outside of what is looked at has no fix in an editor.
                context.Report(
                    MissingMembers.StopCompiler(type, context.CancellationToken),
                    ReadingProblems.TypeForm,
                    type.Locations.FirstOrDefault(),
                    FixProperties.Of(FixProperties.Modifier, obstacle.Modifier).Add(FixProperties.TypeName, part.Name),
                    type.Name,
                    isDeclared ? obstacle.What : $"is inside '{part.Name}', which {obstacle.What}",
                    obstacle.ToDo);
            }

            containers.Insert(0, Header(part, context));
        }

        string header = containers[containers.Count - 1];
        containers.RemoveAt(containers.Count - 1);

        ImmutableArray<string>.Builder ownMembers = ImmutableArray.CreateBuilder<string>();
        foreach (string name in GeneratedMemberNames.All)
        {
            if (OwnMember(type, name, context) is { } own)
            {
                ownMembers.Add(name);
                context.Report(
                    ReadingProblems.MemberForm,
                    own.Locations.FirstOrDefault(),
                    own.Name,
                    "is the name of a member that Holdfast adds to the type",
                    own.Name + "Of" + type.Name);
            }
        }

        return new TypeShape(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : QualifiedName(type.ContainingNamespace, Escape),
            containers.ToEquatableArray(),
            header,
            Escape(type.Name),
            FullName(type),
            ownMembers.ToEquatableArray(),
            canGenerate);
    }

    /// <summary>A class inside an application's, which is re-opened inside the application's generated half.</summary>
    public static TypeShape ReadNested(INamedTypeSymbol nested, ReadContext context)
    {
        // A class for a container is not a type argument, so it may well be static.
        (string What, string ToDo, string? Modifier)? obstacle = Obstacle(nested, isDeclared: false, context);
        if (obstacle is { } found)
        {
            context.Report(
                MissingMembers.StopCompiler(nested, context.CancellationToken),
                ReadingProblems.TypeForm,
                nested.Locations.FirstOrDefault(),
                FixProperties.Of(FixProperties.Modifier, found.Modifier).Add(FixProperties.TypeName, nested.Name),
                nested.Name,
                found.What,
                found.ToDo);
        }

        return new TypeShape(
            string.Empty,
            EquatableArray<string>.Empty,
            Header(nested, context),
            Escape(nested.Name),
            nested.Name,
            EquatableArray<string>.Empty,
            obstacle is null);
    }

    /// <summary>An identifier as code must write it.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    private static List<INamedTypeSymbol> SelfAndContainingTypes(INamedTypeSymbol type)
    {
        var found = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            found.Add(part);
        }

        return found;
    }

    private static (string What, string ToDo, string? Modifier)? Obstacle(INamedTypeSymbol part, bool isDeclared, ReadContext context)
    {
        if (part.IsFileLocal)
        {
            return ("is local to its file", "remove 'file'", null);
        }

        if (part.IsGenericType && part.TypeParameters.Length > 0)
        {
            return ("is generic", "an application has one name, so declare it on a type without type parameters", null);
        }

        if (isDeclared && part.IsStatic)
        {
            return ("is static", "remove 'static': code names the application as a type argument, and make it sealed if you like", FixProperties.RemoveStatic);
        }

        foreach (SyntaxReference reference in part.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration
                && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return ("is not partial", "add 'partial' before the type's keyword", FixProperties.AddPartial);
            }
        }

        return null;
    }

    private static string Header(INamedTypeSymbol part, ReadContext context)
    {
        string keyword = "class";
        foreach (SyntaxReference reference in part.DeclaringSyntaxReferences)
        {
            keyword = reference.GetSyntax(context.CancellationToken) switch
            {
                RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword } => "record struct",
                RecordDeclarationSyntax => "record",
                StructDeclarationSyntax => "struct",
                InterfaceDeclarationSyntax => "interface",
                _ => "class",
            };
            break;
        }

        return "partial " + keyword + " " + Escape(part.Name);
    }

    private static ISymbol? OwnMember(INamedTypeSymbol type, string name, ReadContext context)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
            {
                if (!GeneratedCode.IsGenerated(reference.SyntaxTree, context.CancellationToken))
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static string QualifiedName(INamespaceSymbol @namespace, Func<string, string> write)
    {
        string name = write(@namespace.Name);
        return @namespace.ContainingNamespace is { IsGlobalNamespace: false } outer ? QualifiedName(outer, write) + "." + name : name;
    }

    private static string FullName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.MetadataName + "+" + name;
        }

        return type.ContainingNamespace.IsGlobalNamespace
            ? name
            : QualifiedName(type.ContainingNamespace, static part => part) + "." + name;
    }
}
