using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// The arguments of a declared attribute as values. Positional and named arguments are asked for by one name each, the
/// property's; half-typed ones come out as unknown. An attribute for an environment lies over the one for all of them.
/// </summary>
internal sealed class AttributeArguments
{
    private readonly ImmutableArray<AttributeLayer> _layers;
    private readonly INamedTypeSymbol _owner;
    private readonly ReadContext _context;

    /// <param name="layers">The attributes that say it together, the one that counts most first; at least one.</param>
    /// <param name="owner">The type that is read; the attributes may be on what it takes over.</param>
    /// <param name="context">What is asked for.</param>
    public AttributeArguments(ImmutableArray<AttributeLayer> layers, INamedTypeSymbol owner, ReadContext context)
    {
        _layers = layers;
        _owner = owner;
        _context = context;
    }

    /// <summary>The type that is read.</summary>
    public INamedTypeSymbol Owner => _owner;

    /// <summary>Where the attribute stands; the one that the others only change, where there are several.</summary>
    public Location? Location => Whole(_layers[_layers.Length - 1]);

    /// <summary>Whether an argument is written, and where.</summary>
    public bool Has(string name, out Location? location)
    {
        location = null;
        for (int i = 0; i < _layers.Length; i++)
        {
            if (TryFind(_layers[i].Data, name, isOverlay: i < _layers.Length - 1, out _, out int position))
            {
                location = Place(_layers[i], name, position);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an argument by position is written, or about to be. While one is half-typed, the compiler may take another constructor, which has
    /// none.
    /// </summary>
    public bool HasPositional
    {
        get
        {
            foreach (AttributeLayer layer in _layers)
            {
                if (Syntax(layer) is { } syntax
                    && (syntax.ContainsDiagnostics || syntax.ArgumentList?.Arguments.Any(static argument => argument.NameEquals is null) == true))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the compiler understands the attribute as it stands; half-typed ones it does not.</summary>
    public bool IsComplete => _layers[_layers.Length - 1].Data.AttributeConstructor is not null
        && (Syntax(_layers[_layers.Length - 1]) is not { } syntax || !syntax.ContainsDiagnostics);

    /// <summary>The name that the attribute gives to what its member declares.</summary>
    public Declared<string> NameOf(MemberShape member) =>
        String("Name") is { State: not DeclaredState.Absent } given
            ? given
            : Declared<string>.Known(MemberNames.ToKebabCase(member.Name), member.Location);

    public Declared<string> String(string name) =>
        Read(name, static constant => constant is { Kind: TypedConstantKind.Primitive, Value: string text } ? (true, text) : (false, string.Empty));

    public Declared<int> Int(string name) =>
        Read(name, static constant => constant is { Kind: TypedConstantKind.Primitive, Value: int number } ? (true, number) : (false, 0));

    public Declared<long> Long(string name) =>
        Read(name, static constant => constant is { Kind: TypedConstantKind.Primitive, Value: long number } ? (true, number) : (false, 0));

    public Declared<bool> Bool(string name) =>
        Read(name, static constant => constant is { Kind: TypedConstantKind.Primitive, Value: bool flag } ? (true, flag) : (false, false));

    /// <summary>The name of an enum's member; unknown for a number that has none.</summary>
    public Declared<string> Enum(string name) =>
        Read(name, static constant => EnumMember(constant) is { } member ? (true, member) : (false, string.Empty));

    /// <summary>The names of a flag enum's members that are set, in the order of their values.</summary>
    public Declared<EquatableArray<string>> Flags(string name) => Read(name, FlagMembers);

    public Declared<EquatableArray<string>> Strings(string name) => Read(name, StringItems);

    /// <summary>Whole numbers, as texts.</summary>
    public Declared<EquatableArray<string>> Ints(string name) => Read(name, NumberItems);

    /// <inheritdoc cref="Ints"/>
    public Declared<EquatableArray<string>> Longs(string name) => Read(name, NumberItems);

    /// <summary>The names of the members in an array of an enum; unknown where a number has none.</summary>
    public Declared<EquatableArray<string>> Enums(string name) => Read(name, EnumItems);

    /// <summary>A type, and where it stands; null where it is absent or cannot be understood.</summary>
    public (INamedTypeSymbol? Type, Location? Location) Type(string name)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            if (TryFind(_layers[i].Data, name, isOverlay: i < _layers.Length - 1, out TypedConstant constant, out int position))
            {
                return (TypeOf(constant), Place(_layers[i], name, position));
            }
        }

        return (null, null);
    }

    /// <summary>Types in an array that can be understood, and where the array stands.</summary>
    public (IReadOnlyList<INamedTypeSymbol> Types, Location? Location) Types(string name)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            if (TryFind(_layers[i].Data, name, isOverlay: i < _layers.Length - 1, out TypedConstant constant, out int position))
            {
                return (
                    constant is { Kind: TypedConstantKind.Array, IsNull: false } ? [.. constant.Values.Select(TypeOf).OfType<INamedTypeSymbol>()] : [],
                    Place(_layers[i], name, position));
            }
        }

        return ([], null);
    }

    /// <summary>Another application, by its type.</summary>
    public Declared<AppReference> App(string name)
    {
        (INamedTypeSymbol owner, ReadContext context) = (_owner, _context);
        return Read(name, constant => TypeOf(constant) is { } type ? (true, ReferencedAppReader.ReadName(type, owner, context)) : (false, default!));
    }

    /// <summary>Other applications, by their types; unknown where one of them is not a type yet.</summary>
    public Declared<EquatableArray<AppReference>> Apps(string name)
    {
        (INamedTypeSymbol owner, ReadContext context) = (_owner, _context);
        return Read(name, constant =>
        {
            INamedTypeSymbol?[] types = constant.Kind == TypedConstantKind.Array ? [.. constant.Values.Select(TypeOf)] : [null];
            return types.Any(static type => type is null)
                ? (false, default)
                : (true, types.OfType<INamedTypeSymbol>().Select(type => ReferencedAppReader.ReadName(type, owner, context)).ToEquatableArray());
        });
    }

    private static INamedTypeSymbol? TypeOf(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type } ? type : null;

    private static string? EnumMember(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Enum || constant.Type is null)
        {
            return null;
        }

        foreach (ISymbol member in constant.Type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, constant.Value))
            {
                return field.Name;
            }
        }

        return null;
    }

    private static (bool Known, EquatableArray<string> Value) FlagMembers(TypedConstant constant)
    {
        if (constant is not { Kind: TypedConstantKind.Enum, Type: { } type, Value: int bits })
        {
            return (false, default);
        }

        // Members of one bit only: combinations say the same once more.
        return (true, type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(field => field.ConstantValue is int bit && bit > 0 && (bit & (bit - 1)) == 0 && (bits & bit) != 0)
            .Select(static field => field.Name)
            .ToEquatableArray());
    }

    private static (bool Known, EquatableArray<string> Value) StringItems(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array)
        {
            return (false, default);
        }

        ImmutableArray<string>.Builder items = ImmutableArray.CreateBuilder<string>(constant.Values.Length);
        foreach (TypedConstant item in constant.Values)
        {
            if (item is not { Kind: TypedConstantKind.Primitive, Value: string text })
            {
                return (false, default);
            }

            items.Add(text);
        }

        return (true, items.ToEquatableArray());
    }

    private static (bool Known, EquatableArray<string> Value) NumberItems(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array)
        {
            return (false, default);
        }

        string?[] items = [.. constant.Values.Select(static item => item is { Kind: TypedConstantKind.Primitive, Value: int or long }
            ? System.Convert.ToInt64(item.Value, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null)];
        return items.Contains(null) ? (false, default) : (true, items.OfType<string>().ToEquatableArray());
    }

    private static (bool Known, EquatableArray<string> Value) EnumItems(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array)
        {
            return (false, default);
        }

        string?[] members = [.. constant.Values.Select(EnumMember)];
        return members.Contains(null) ? (false, default) : (true, members.OfType<string>().ToEquatableArray());
    }

    private Declared<T> Read<T>(string name, Func<TypedConstant, (bool Known, T Value)> convert)
        where T : IEquatable<T>
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            if (!TryFind(_layers[i].Data, name, isOverlay: i < _layers.Length - 1, out TypedConstant constant, out int position))
            {
                continue;
            }

            if (constant is { IsNull: true, Kind: not TypedConstantKind.Error })
            {
                return Declared<T>.Absent;
            }

            Location? location = Place(_layers[i], name, position);
            (bool known, T value) = convert(constant);
            return known ? Declared<T>.Known(value, location) : Declared<T>.Unknown(location);
        }

        return Declared<T>.Absent;
    }

    private static bool TryFind(AttributeData data, string name, bool isOverlay, out TypedConstant constant, out int position)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
        {
            if (argument.Key == name)
            {
                constant = argument.Value;
                position = -1;
                return true;
            }
        }

        if (data.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < constructor.Parameters.Length && i < data.ConstructorArguments.Length; i++)
            {
                if (string.Equals(constructor.Parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    constant = data.ConstructorArguments[i];
                    position = i;
                    return !isOverlay || !IsLeftOut(constructor.Parameters[i], constant);
                }
            }
        }

        constant = default;
        position = -1;
        return false;
    }

    /// <summary>Whether the compiler filled an argument in; what was not written replaces nothing.</summary>
    private static bool IsLeftOut(IParameterSymbol parameter, TypedConstant constant) => constant.Kind == TypedConstantKind.Array
        ? parameter.IsParams && !constant.IsNull && constant.Values.IsEmpty
        : parameter.HasExplicitDefaultValue && Equals(parameter.ExplicitDefaultValue, constant.Value);

    private Location? Whole(AttributeLayer layer) => !_context.KeepsLocations ? null : layer.StandIn ?? Syntax(layer)?.GetLocation();

    private AttributeSyntax? Syntax(AttributeLayer layer) =>
        layer.Data.ApplicationSyntaxReference?.GetSyntax(_context.CancellationToken) as AttributeSyntax;

    /// <summary>The expression of an argument, or the attribute where there is none to point to.</summary>
    private Location? Place(AttributeLayer layer, string name, int position)
    {
        if (!_context.KeepsLocations || layer.StandIn is not null || Syntax(layer) is not { } syntax)
        {
            return Whole(layer);
        }

        int index = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? default)
        {
            string? written = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
            if (written is null ? index == position : string.Equals(written, name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Expression.GetLocation();
            }

            index++;
        }

        return syntax.GetLocation();
    }
}
