using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Which of Holdfast's attributes count for a symbol. All readers ask here, so they agree on it. What a type takes over from
/// interfaces and base classes is replaced by what is nearer to it, attribute by attribute; an attribute for the chosen
/// environment takes the place of those arguments that it names.
/// </summary>
internal static class DeclaredAttributes
{
    /// <summary>What is taken over first, then in source order.</summary>
    public static IEnumerable<DeclaredAttribute> Of(INamedTypeSymbol type, ReadContext context) =>
        Of(type, [.. Conventions.Of(type), type], context);

    /// <summary>
    /// A member has its attribute in every environment, since code that uses the member is compiled in each: where an
    /// attribute is there for environments only, the first one stands for all.
    /// </summary>
    public static IEnumerable<DeclaredAttribute> Of(DeclaredMember member, ReadContext context)
    {
        List<DeclaredAttribute> found = [.. Of(member.Owner, member.Sources, context)];
        return found.Count > 0 ? found : Of(member.Owner, member.Sources, context, anyEnvironment: true);
    }

    /// <summary>The attribute that makes a type an application, with what the chosen environment has in its place.</summary>
    public static AttributeArguments Declaration(INamedTypeSymbol type, AttributeData declaration, ReadContext context)
    {
        AttributeData[] candidates =
        [
            .. type.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, declaration.AttributeClass)),
        ];
        AttributeData bottom = candidates.FirstOrDefault(static attribute => Environments.Of(attribute) is null) ?? declaration;
        return new AttributeArguments(
            [
                .. candidates.Where(attribute => attribute != bottom && Environments.IsChosen(attribute, context)).Take(1).Append(bottom)
                    .Select(static attribute => new AttributeLayer(attribute, null)),
            ],
            type,
            context);
    }

    private static IEnumerable<DeclaredAttribute> Of(
        INamedTypeSymbol type,
        ImmutableArray<ISymbol> sources,
        ReadContext context,
        bool anyEnvironment = false)
    {
        var slots = new List<Slot>();
        foreach (ISymbol source in sources)
        {
            AttributeData[] attributes = [.. source.GetAttributes().Where(static attribute => AppReader.IsOurs(attribute, out _))];
            if (attributes.Length == 0)
            {
                continue;
            }

            Location? standIn = Conventions.StandIn(type, source, context);
            foreach (AttributeData attribute in attributes)
            {
                if (anyEnvironment || Environments.Of(attribute) is null)
                {
                    Declare(slots, new AttributeLayer(attribute, standIn), source);
                }
            }

            foreach (AttributeData attribute in attributes)
            {
                if (!anyEnvironment && Environments.IsChosen(attribute, context))
                {
                    Override(slots, new AttributeLayer(attribute, standIn), source);
                }
            }
        }

        return slots.Select(slot => new DeclaredAttribute(slot.Name, new AttributeArguments([.. slot.Layers], type, context)));
    }

    /// <summary>Replaces what is farther away. Of two on one symbol the first counts, unless there may be several.</summary>
    private static void Declare(List<Slot> slots, AttributeLayer layer, ISymbol source)
    {
        var added = new Slot(layer, source);
        int index = slots.FindIndex(slot => added.IsRepeatable
            ? slot.HasSameKey(added) && !SymbolEqualityComparer.Default.Equals(slot.Source, source)
            : slot.Name == added.Name);
        if (index < 0)
        {
            slots.Add(added);
        }
        else if (!SymbolEqualityComparer.Default.Equals(slots[index].Source, source))
        {
            slots[index] = added;
        }
    }

    /// <summary>Lays the attribute over the one that it belongs to; where that is not clear, it is one more.</summary>
    private static void Override(List<Slot> slots, AttributeLayer layer, ISymbol source)
    {
        var added = new Slot(layer, source);
        List<Slot> same = slots.FindAll(slot => added.IsRepeatable ? slot.HasSameKey(added) : slot.Name == added.Name);
        if (same.Count == 1)
        {
            same[0].Layers.Insert(0, layer);
        }
        else if (same.Count == 0 || added.IsRepeatable)
        {
            slots.Add(added);
        }
    }

    /// <summary>One thing that is declared, with the attributes that say it, the nearest first.</summary>
    private sealed class Slot
    {
        private readonly string? _key;

        public Slot(AttributeLayer layer, ISymbol source)
        {
            AppReader.IsOurs(layer.Data, out string name);
            Name = name;
            Source = source;
            Layers = [layer];
            IsRepeatable = RepeatableAttributes.Contains(layer.Data);
            _key = layer.Data.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: { } first }, ..] ? first.ToString() : null;
        }

        public string Name { get; }

        public ISymbol Source { get; }

        public List<AttributeLayer> Layers { get; }

        public bool IsRepeatable { get; }

        public bool HasSameKey(Slot other) => Name == other.Name && _key is not null && _key == other._key;
    }
}
