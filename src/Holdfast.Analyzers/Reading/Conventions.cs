using System.Collections.Immutable;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Interfaces and base classes that declare something for the types that take them over. What is nearer to the type counts
/// more: interfaces come first, then base classes, the type itself is the last.
/// </summary>
internal static class Conventions
{
    /// <summary>Those that count, the farthest first. A class that is an application itself keeps what it declares.</summary>
    public static ImmutableArray<INamedTypeSymbol> Of(INamedTypeSymbol type) => HasNone(type)
        ? []
        : [.. All(type).Where(static convention => !convention.IsGenericType)];

    /// <summary>Says which conventions cannot be taken over.</summary>
    public static void Report(INamedTypeSymbol type, ReadContext context)
    {
        if (!context.KeepsLocations || HasNone(type))
        {
            return;
        }

        foreach (INamedTypeSymbol convention in All(type))
        {
            if (convention.IsGenericType)
            {
                context.Report(
                    ReadingProblems.Convention,
                    Entry(type, convention, context),
                    convention.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                    "is generic",
                    type.Name,
                    "move its attributes to an interface or class without type parameters");
                continue;
            }

            foreach (INamedTypeSymbol nested in convention.GetTypeMembers())
            {
                if (nested.GetAttributes().Any(ContainerReader.IsContainer))
                {
                    context.Report(
                        ReadingProblems.Convention,
                        Entry(type, convention, context),
                        convention.Name + "." + nested.Name,
                        "is a container's class inside another type",
                        type.Name,
                        $"declare a class inside '{type.Name}' that derives from it");
                }
            }
        }
    }

    /// <summary>The place to point to in a type for what a convention of another project declares; else null.</summary>
    public static Location? StandIn(INamedTypeSymbol type, ISymbol source, ReadContext context)
    {
        if (!context.KeepsLocations || SymbolEqualityComparer.Default.Equals(source.ContainingAssembly, type.ContainingAssembly))
        {
            return null;
        }

        return Entry(type, source as INamedTypeSymbol ?? source.ContainingType, context);
    }

    /// <summary>The entry of the type's base list that brings a convention in.</summary>
    public static Location? Entry(INamedTypeSymbol type, INamedTypeSymbol convention, ReadContext context)
    {
        string? name = type.Interfaces.Concat(type.BaseType is { } parent ? [parent] : [])
            .FirstOrDefault(direct => Brings(direct, convention))?.Name;
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax { BaseList: { } list }
                && !GeneratedCode.IsGenerated(reference.SyntaxTree, context.CancellationToken)
                && list.Types.FirstOrDefault(entry => TypeSyntaxNames.NameOf(entry.Type) == name) is { } found)
            {
                return found.GetLocation();
            }
        }

        return type.Locations.FirstOrDefault();
    }

    /// <summary>Nearly all types take nothing over, but for what the generator adds.</summary>
    private static bool HasNone(INamedTypeSymbol type) =>
        type.BaseType is null or { SpecialType: not SpecialType.None } && type.AllInterfaces.All(AppReader.IsOurs);

    private static IEnumerable<INamedTypeSymbol> All(INamedTypeSymbol type)
    {
        // A derived interface lists its own bases after itself; what it says itself counts more.
        var interfaces = new List<INamedTypeSymbol>();
        foreach (INamedTypeSymbol convention in type.AllInterfaces)
        {
            int derived = interfaces.FindIndex(other => other.AllInterfaces.Contains(convention, SymbolEqualityComparer.Default));
            interfaces.Insert(derived < 0 ? interfaces.Count : derived, convention);
        }

        var classes = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? parent = type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType)
        {
            classes.Insert(0, parent);
        }

        return interfaces.Concat(classes).Where(static convention => Declares(convention.OriginalDefinition));
    }

    private static bool Declares(INamedTypeSymbol convention) =>
        AppReader.FindDeclaration(convention) is null
        && (DeclaresItself(convention)
            || convention.GetMembers().Any(static member => member is INamedTypeSymbol nested
                ? nested.GetAttributes().Any(ContainerReader.IsContainer)
                : member is IPropertySymbol or IFieldSymbol { IsConst: true } && DeclaresItself(member)));

    private static bool DeclaresItself(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out _));

    private static bool Brings(INamedTypeSymbol direct, INamedTypeSymbol convention)
    {
        if (direct.AllInterfaces.Contains(convention, SymbolEqualityComparer.Default))
        {
            return true;
        }

        for (INamedTypeSymbol? part = direct; part is not null; part = part.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(part, convention))
            {
                return true;
            }
        }

        return false;
    }
}
