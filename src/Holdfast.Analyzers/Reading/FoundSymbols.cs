using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// What was found of symbols while a type is read. The parts of the reader ask for the same things again and again. It is
/// for one reading in one compilation, on one thread.
/// </summary>
internal sealed class FoundSymbols
{
    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _conventions = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<DeclaredAttribute>> _attributes = new(SymbolEqualityComparer.Default);

    /// <summary>The member that was asked for last: one is read after the other, and each is asked for again and again.</summary>
    private DeclaredMember? _member;

    private ImmutableArray<DeclaredAttribute> _ofMember;

    /// <summary>The type whose members were asked for last; the compiler makes a new list of them each time.</summary>
    private INamedTypeSymbol? _type;

    private ImmutableArray<ISymbol> _membersOfType;

    /// <summary>The members of a type.</summary>
    public ImmutableArray<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        if (!ReferenceEquals(type, _type))
        {
            _membersOfType = type.GetMembers();
            _type = type;
        }

        return _membersOfType;
    }

    /// <summary>The attributes that count for a member.</summary>
    public ImmutableArray<DeclaredAttribute> AttributesOf(
        DeclaredMember member,
        Func<DeclaredMember, ReadContext, ImmutableArray<DeclaredAttribute>> read,
        ReadContext context)
    {
        if (!ReferenceEquals(member, _member))
        {
            _ofMember = read(member, context);
            _member = member;
        }

        return _ofMember;
    }

    /// <summary>What a type takes over, the farthest first.</summary>
    public ImmutableArray<INamedTypeSymbol> ConventionsOf(INamedTypeSymbol type)
    {
        if (!_conventions.TryGetValue(type, out ImmutableArray<INamedTypeSymbol> found))
        {
            _conventions.Add(type, found = Conventions.Of(type));
        }

        return found;
    }

    /// <summary>The attributes that count for a type.</summary>
    public ImmutableArray<DeclaredAttribute> AttributesOf(
        INamedTypeSymbol type,
        Func<INamedTypeSymbol, ReadContext, ImmutableArray<DeclaredAttribute>> read,
        ReadContext context)
    {
        if (!_attributes.TryGetValue(type, out ImmutableArray<DeclaredAttribute> found))
        {
            _attributes.Add(type, found = read(type, context));
        }

        return found;
    }
}
