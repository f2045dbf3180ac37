using System.Collections.Immutable;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// The arguments of one attribute as declared values. Positional and named arguments are asked for by one name each, the
/// property's; half-typed ones come out as unknown.
/// </summary>
internal readonly struct AttributeArguments
{
    private readonly AttributeData _data;
    private readonly AttributeSyntax? _syntax;

    public AttributeArguments(AttributeData data, ReadContext context)
    {
        _data = data;
        _syntax = context.KeepsOrigins
            ? data.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax
            : null;
    }

    /// <summary>Where the attribute stands.</summary>
    public Location? Origin => _syntax?.GetLocation();

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

    /// <summary>The names of the members in an array of an enum; unknown where a number has none.</summary>
    public Declared<EquatableArray<string>> Enums(string name) => Read(name, EnumItems);

    /// <summary>A type, and where it stands; null where it is absent or cannot be understood.</summary>
    public (ITypeSymbol? Type, Location? Origin) Type(string name) =>
        TryFind(name, out TypedConstant constant, out int position)
            ? (constant is { Kind: TypedConstantKind.Type, Value: ITypeSymbol { TypeKind: not TypeKind.Error } type } ? type : null, Place(name, position))
            : (null, null);

    /// <summary>Another application, by its type.</summary>
    public Declared<AppReference> App(string name) =>
        Read(name, static constant => Referenced(constant) is { } app ? (true, app) : (false, default!));

    /// <summary>Other applications, by their types; unknown where one of them is no type yet.</summary>
    public Declared<EquatableArray<AppReference>> Apps(string name) => Read(name, AppItems);

    private static AppReference? Referenced(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type } ? ReferencedAppName.Read(type) : null;

    private static (bool Known, EquatableArray<AppReference> Value) AppItems(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array)
        {
            return (false, default);
        }

        AppReference?[] apps = [.. constant.Values.Select(Referenced)];
        return apps.Contains(null) ? (false, default) : (true, apps.OfType<AppReference>().ToEquatableArray());
    }

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
        if (!TryFind(name, out TypedConstant constant, out int position) || constant is { IsNull: true, Kind: not TypedConstantKind.Error })
        {
            return Declared<T>.Absent;
        }

        Location? origin = Place(name, position);
        (bool known, T value) = convert(constant);
        return known ? Declared<T>.Known(value, origin) : Declared<T>.Unknown(origin);
    }

    private bool TryFind(string name, out TypedConstant constant, out int position)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in _data.NamedArguments)
        {
            if (argument.Key == name)
            {
                constant = argument.Value;
                position = -1;
                return true;
            }
        }

        if (_data.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < constructor.Parameters.Length && i < _data.ConstructorArguments.Length; i++)
            {
                if (string.Equals(constructor.Parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    constant = _data.ConstructorArguments[i];
                    position = i;
                    return true;
                }
            }
        }

        constant = default;
        position = -1;
        return false;
    }

    /// <summary>The expression of an argument, or the attribute where there is none to point to.</summary>
    private Location? Place(string name, int position)
    {
        if (_syntax is null)
        {
            return null;
        }

        int index = 0;
        foreach (AttributeArgumentSyntax argument in _syntax.ArgumentList?.Arguments ?? default)
        {
            string? written = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
            if (written is null ? index == position : string.Equals(written, name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Expression.GetLocation();
            }

            index++;
        }

        return _syntax.GetLocation();
    }
}
