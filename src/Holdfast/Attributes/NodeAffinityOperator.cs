namespace Holdfast;

/// <summary>How a node's label is compared with values.</summary>
public enum NodeAffinityOperator
{
    /// <summary>The label has one of the values.</summary>
    In,

    /// <summary>The label has none of the values, or is not there.</summary>
    NotIn,

    /// <summary>The label is there, whatever its value.</summary>
    Exists,

    /// <summary>The label is not there.</summary>
    DoesNotExist,

    /// <summary>The label is a whole number greater than the value.</summary>
    Gt,

    /// <summary>The label is a whole number less than the value.</summary>
    Lt,
}
