using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Which members of a type count: those with attributes of ours, on the type itself or on what it takes over.</summary>
internal static class DeclaredMembers
{
    /// <summary>What is taken over first, then the type's own, each in source order.</summary>
    public static ImmutableArray<DeclaredMember> Of(INamedTypeSymbol type, ReadContext context)
    {
        var names = new List<string>();
        var sources = new Dictionary<string, List<ISymbol>>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol convention in context.Found.ConventionsOf(type))
        {
            foreach (ISymbol member in convention.GetMembers())
            {
                if (CanDeclare(member) && member.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out _)))
                {
                    Add(member);
                }
            }
        }

        // A name that is there twice is its own error while you type; the second would only repeat it.
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (ISymbol member in context.Found.MembersOf(type))
        {
            if (CanDeclare(member)
                && (sources.ContainsKey(member.Name) ? IsWritten(member, context) : !member.GetAttributes().IsEmpty)
                && own.Add(member.Name))
            {
                Add(member);
            }
        }

        return [.. names.Select(name => new DeclaredMember(type, sources[name][sources[name].Count - 1], [.. sources[name]]))];

        void Add(ISymbol member)
        {
            if (!sources.TryGetValue(member.Name, out List<ISymbol>? found))
            {
                names.Add(member.Name);
                sources.Add(member.Name, found = []);
            }

            found.Add(member);
        }
    }

    private static bool CanDeclare(ISymbol member) => member is IPropertySymbol or IFieldSymbol { IsConst: true };

    /// <summary>Whether the user wrote it; an analyzer sees what the generator adds, too.</summary>
    private static bool IsWritten(ISymbol member, ReadContext context) =>
        member.DeclaringSyntaxReferences.Any(reference => !GeneratedCode.IsGenerated(reference.SyntaxTree, context.CancellationToken));
}
