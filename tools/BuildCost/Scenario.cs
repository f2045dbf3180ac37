namespace Holdfast.Tools.BuildCost;

/// <summary>What happened since the last build.</summary>
internal enum Scenario
{
    /// <summary>Everything but the restore is gone.</summary>
    Clean,

    /// <summary>Nothing happened.</summary>
    NoChange,

    /// <summary>The number of one type's replicas was changed.</summary>
    OneEdit,
}
