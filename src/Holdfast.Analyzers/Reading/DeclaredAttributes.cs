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
    public static ImmutableArray<DeclaredAttribute> Of(INamedTypeSymbol type, ReadContext context) =>
        context.Found.AttributesOf(type, static (type, context) => Of(type, [.. context.Found.ConventionsOf(type), type], context), context);

    /// <summary>
    /// A member has its attribute in every environment, since code that uses the member is compiled in each: where an
    /// attribute is there for environments only, the first one stands for all.
    /// </summary>
    public static ImmutableArray<DeclaredAttribute> Of(DeclaredMember member, ReadContext context) =>
        context.Found.AttributesOf(member, ReadOf, context);

    private static ImmutableArray<DeclaredAttribute> ReadOf(DeclaredMember member, ReadContext context)
    {
        ImmutableArray<DeclaredAttribute> found = Of(member.Owner, member.Sources, context);
        return found.IsEmpty ? Of(member.Owner, member.Sources, context, anyEnvironment: true) : found;
    }

    /// <summary>The attribute that makes a type an application, with what the chosen environment has in its place.</summary>
    public static AttributeArguments Declaration(INamedTypeSymbol type, AttributeData declaration, ReadContext context)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        AttributeData? bottom = null;
        AttributeData? chosen = null;
        foreach (AttributeData attribute in attributes)
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, declaration.AttributeClass))
            {
                bottom ??= Environments.Of(attribute) is null ? attribute : null;
                chosen ??= Environments.IsChosen(attribute, context) ? attribute : null;
            }
        }

        bottom ??= declaration;
        return new AttributeArguments(
            chosen is null || chosen == bottom ? [new(bottom, null)] : [new(chosen, null), new(bottom, null)],
            type,
            context);
    }

    private static ImmutableArray<DeclaredAttribute> Of(
        INamedTypeSymbol type,
        ImmutableArray<ISymbol> sources,
        ReadContext context,
        bool anyEnvironment = false)
    {
        var slots = new List<Slot>();
        foreach (ISymbol source in sources)
        {
            ImmutableArray<AttributeData> attributes = source.GetAttributes();
            if (!attributes.Any(static attribute => AppReader.IsOurs(attribute, out _)))
            {
                continue;
            }

            Location? standIn = Conventions.StandIn(type, source, context);
            foreach (AttributeData attribute in attributes)
            {
                if (AppReader.IsOurs(attribute, out string name) && (anyEnvironment || Environments.Of(attribute) is null))
                {
                    Declare(slots, new Slot(new AttributeLayer(attribute, standIn), name, source));
                }
            }

            foreach (AttributeData attribute in attributes)
            {
                if (!anyEnvironment && AppReader.IsOurs(attribute, out string name) && Environments.IsChosen(attribute, context))
                {
                    Override(slots, new Slot(new AttributeLayer(attribute, standIn), name, source));
                }
            }
        }

        ImmutableArray<DeclaredAttribute>.Builder found = ImmutableArray.CreateBuilder<DeclaredAttribute>(slots.Count);
        foreach (Slot slot in slots)
        {
            found.Add(new DeclaredAttribute(slot.Name, new AttributeArguments(slot.Layers, type, context)));
        }

        return found.MoveToImmutable();
    }

    /// <summary>Replaces what is farther away. Of two on one symbol the first counts, unless there may be several.</summary>
    private static void Declare(List<Slot> slots, Slot added)
    {
        for (int i = 0; i < slots.Count; i++)
        {
            if (slots[i].Name != added.Name)
            {
                continue;
            }

            bool isNearer = !SymbolEqualityComparer.Default.Equals(slots[i].Source, added.Source);
            if (!added.IsRepeatable || (isNearer && slots[i].HasSameKey(added)))
            {
                slots[i] = isNearer ? added : slots[i];
                return;
            }
        }

        slots.Add(added);
    }

    /// <summary>Lays the attribute over the one that it belongs to; where that is not clear, it is one more.</summary>
    private static void Override(List<Slot> slots, Slot added)
    {
        List<Slot> same = slots.FindAll(slot => added.IsRepeatable ? slot.HasSameKey(added) : slot.Name == added.Name);
        if (same.Count == 1)
        {
            same[0].Layers = same[0].Layers.Insert(0, added.Layers[0]);
        }
        else if (same.Count == 0 || added.IsRepeatable)
        {
            slots.Add(added);
        }
    }

    /// <summary>One thing that is declared, with the attributes that say it, the nearest first.</summary>
    private sealed class Slot(AttributeLayer layer, string name, ISymbol source)
    {
        public string Name { get; } = name;

        public ISymbol Source { get; } = source;

        public ImmutableArray<AttributeLayer> Layers { get; set; } = [layer];

        public bool IsRepeatable { get; } = RepeatableAttributes.Contains(layer.Data);

        /// <summary>What tells it from others of its name.</summary>
        private string? Key => RepeatableAttributes.KeyOf(Layers[Layers.Length - 1].Data);

        public bool HasSameKey(Slot other) => Name == other.Name && Key is { } key && key == other.Key;
    }
}
