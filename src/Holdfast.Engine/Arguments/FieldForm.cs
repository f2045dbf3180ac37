namespace Holdfast.Engine.Arguments;

/// <summary>How an argument's value becomes a field.</summary>
internal enum FieldForm
{
    /// <summary>A text as it is.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>Whole numbers of 32 bits.</summary>
    Ints,

    /// <summary>Whole numbers of 64 bits.</summary>
    Longs,

    /// <summary>A truth value as it is.</summary>
    Flag,

    /// <summary>The name of an enum's member.</summary>
    Enum,

    /// <summary>The name of an enum's member in lower case.</summary>
    LowerEnum,

    /// <summary>Texts as they are.</summary>
    Texts,

    /// <summary>Texts that are one field of each item; <see cref="FieldArgument.Item"/> names it.</summary>
    Names,

    /// <summary>Texts <c>name/request</c>: items with a name and perhaps a request.</summary>
    Claims,

    /// <summary>Texts <c>key=value</c>: the entries of a map.</summary>
    Pairs,

    /// <summary>Texts <c>name=value</c>: items with a name and a value.</summary>
    NamedValues,

    /// <summary>Texts <c>name: value</c>: items with a name and a value.</summary>
    Headers,

    /// <summary>What labels must be: a selector.</summary>
    Labels,

    /// <summary>An enum's member for one item of a list; <see cref="FieldArgument.Item"/> says which.</summary>
    ResizePolicy,
}
