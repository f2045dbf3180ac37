namespace Holdfast;

/// <summary>The common base of all attributes that declare something.</summary>
public abstract class DeclarationAttribute : Attribute
{
    private protected DeclarationAttribute()
    {
    }

    /// <summary>
    /// The environment that this applies to, chosen by <c>-p:HoldfastEnvironment=staging</c>; left out, it applies to all.
    /// </summary>
    /// <remarks>
    /// An attribute for the chosen environment replaces the arguments that it sets in the attribute of the same class
    /// without an environment. Where a type may have several of a class, it replaces those of the one with the same first argument.
    /// Letter case does not matter in the name.
    /// </remarks>
    public string? Environment { get; set; }
}
