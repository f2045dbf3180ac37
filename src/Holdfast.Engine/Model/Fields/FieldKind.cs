using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Fields;

/// <summary>What a field takes.</summary>
internal enum FieldKind
{
    /// <summary>Anything at all.</summary>
    Any,

    String,

    /// <summary>A whole number of 32 bits.</summary>
    Int32,

    /// <summary>A whole number of 64 bits.</summary>
    Int64,

    Number,

    Boolean,

    /// <summary>A quantity, which may be written as a number.</summary>
    Quantity,

    /// <summary>A number, or a string that is a name or a percentage.</summary>
    IntOrString,

    /// <summary>A string that is a time.</summary>
    Time,

    /// <summary>A string in base64.</summary>
    Bytes,

    List,

    /// <summary>A mapping with keys of the user's own.</summary>
    Map,

    /// <summary>A mapping with fields that Kubernetes knows.</summary>
    Object,
}
