namespace Holdfast.Engine.Model.Views;

/// <summary>What a part of a pod's scheduling does with the pods that it counts.</summary>
internal enum SchedulingTermKind
{
    /// <summary>Spreads them evenly.</summary>
    Spread,

    /// <summary>Goes where they are.</summary>
    Affinity,

    /// <summary>Goes where they are not.</summary>
    AntiAffinity,
}
