namespace Holdfast.Engine.Planning;

/// <summary>What applying a change does to the cluster.</summary>
internal enum EffectKind
{
    /// <summary>The object is changed, and no pod is.</summary>
    InPlace,

    /// <summary>The API server takes the object and keeps the old value.</summary>
    Kept,

    /// <summary>The number or the ordinals of pods change.</summary>
    Scales,

    /// <summary>The pods are replaced by new ones.</summary>
    ReplacesPods,

    /// <summary>The API server refuses the object.</summary>
    Refused,
}
