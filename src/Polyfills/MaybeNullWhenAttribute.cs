namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says that a parameter may be null when the method returns that value; newer frameworks have it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class MaybeNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
