namespace Holdfast;

/// <summary>What the attributes that declare something have in common.</summary>
public abstract class DeclarationAttribute : Attribute
{
    private protected DeclarationAttribute()
    {
    }

    /// <summary>
    /// The environment that this counts for, chosen by <c>-p:HoldfastEnvironment=staging</c>; left out, it counts for all.
    /// </summary>
    /// <remarks>
    /// An attribute for the chosen environment takes the place of those arguments that it names of the attribute of the same
    /// class without an environment; where a type may have several of a class, of the one with the same first argument.
    /// Letter case does not matter in the name.
    /// </remarks>
    public string? Environment { get; set; }
}
