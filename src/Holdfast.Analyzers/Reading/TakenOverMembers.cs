using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// The form of a member that an interface or a base class declares for its applications: what the generated half must
/// write to implement it, since there is no half of the user's.
/// </summary>
internal static class TakenOverMembers
{
    public static MemberShape Read(DeclaredMember member, string typeName, ReadContext context)
    {
        var property = (IPropertySymbol)member.Symbol;
        string? obstacle = Obstacle(property, typeName);
        if (obstacle is not null && property.Type.TypeKind != TypeKind.Error)
        {
            context.Report(
                property.IsAbstract && !IsImplemented(member, property, context),
                ReadingProblems.Convention,
                context.KeepsLocations ? Conventions.Entry(member.Owner, property.ContainingType, context) : null,
                ImmutableDictionary<string, string?>.Empty,
                property.ContainingType.Name + "." + property.Name,
                obstacle,
                member.Owner.Name,
                $"declare '{RightForm(property, typeName)}' there");
        }

        bool isByHand = property.ContainingType.TypeKind == TypeKind.Interface && IsImplemented(member, property, context);
        return new MemberShape(property.Name, Modifiers(property, member.Owner), string.Empty, obstacle is null && !isByHand)
        {
            Location = context.KeepsLocations
                ? Conventions.StandIn(member.Owner, property, context) ?? property.Locations.FirstOrDefault()
                : null,
        };
    }

    private static string? Obstacle(IPropertySymbol property, string typeName)
    {
        if (!MemberShapeReader.IsOfType(property.Type, typeName))
        {
            return $"is not of type {typeName}";
        }

        if (!property.IsAbstract)
        {
            return "is not abstract";
        }

        if (property.SetMethod is not null || property.GetMethod is null)
        {
            return "does not have '{ get; }' alone";
        }

        return property.ContainingType.TypeKind == TypeKind.Interface && property.DeclaredAccessibility != Accessibility.Public
            ? "is not public"
            : null;
    }

    private static string RightForm(IPropertySymbol property, string typeName) => property.ContainingType.TypeKind == TypeKind.Interface
        ? $"static abstract {typeName} {property.Name} {{ get; }}"
        : $"public abstract {typeName} {property.Name} {{ get; }}";

    /// <summary>Whether a base class, another interface or the user's half implements it already.</summary>
    private static bool IsImplemented(DeclaredMember member, IPropertySymbol property, ReadContext context) =>
        member.Owner.FindImplementationForInterfaceMember(property) is { } found
        && !found.DeclaringSyntaxReferences.Any(reference => GeneratedCode.IsGenerated(reference.SyntaxTree, context.CancellationToken));

    private static string Modifiers(IPropertySymbol property, INamedTypeSymbol owner)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            return property.IsStatic ? "public static" : "public";
        }

        bool isNear = SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, owner.ContainingAssembly);
        return property.DeclaredAccessibility switch
        {
            Accessibility.Internal => "internal override",
            Accessibility.Protected => "protected override",
            Accessibility.ProtectedOrInternal => isNear ? "protected internal override" : "protected override",
            Accessibility.ProtectedAndInternal => "private protected override",
            _ => "public override",
        };
    }
}
