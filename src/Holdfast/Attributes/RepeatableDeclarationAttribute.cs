namespace Holdfast;

/// <summary>What attributes have in common of which one type may have several: each declares one thing more.</summary>
public abstract class RepeatableDeclarationAttribute : DeclarationAttribute
{
    private protected RepeatableDeclarationAttribute()
    {
    }
}
