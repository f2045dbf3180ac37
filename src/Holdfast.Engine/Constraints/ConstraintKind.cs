namespace Holdfast.Engine.Constraints;

/// <summary>What a constraint asks for, in the words of Kubernetes' declarative validation.</summary>
internal enum ConstraintKind
{
    /// <summary>The field is there and says something.</summary>
    Required,

    /// <summary>The field may be left out, whatever the OpenAPI document says.</summary>
    Optional,

    /// <summary>No constraint that other rows put on the field counts at this place.</summary>
    Unchecked,

    Minimum,

    Maximum,

    /// <summary>The highest percentage of a field that takes numbers and percentages.</summary>
    MaxPercent,

    /// <summary>The most items of a list, or bytes of a text.</summary>
    MaxItems,

    /// <summary>The fewest items of a list that is there.</summary>
    MinItems,

    Enum,

    Format,

    /// <summary>The format of a map's keys.</summary>
    Keys,

    /// <summary>The format of a map's values.</summary>
    Values,

    /// <summary>The items of a list differ in these fields.</summary>
    Unique,

    /// <summary>Exactly one of these fields is there.</summary>
    OneOf,

    AtMostOne,

    /// <summary>Under a condition these fields are there.</summary>
    Require,

    /// <summary>Under a condition these fields are not there.</summary>
    Forbid,
}
