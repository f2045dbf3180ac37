namespace Holdfast;

/// <summary>The base of attributes that a type may have several of: each declares one more thing.</summary>
public abstract class RepeatableDeclarationAttribute : DeclarationAttribute
{
    private protected RepeatableDeclarationAttribute()
    {
    }
}
