namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says that a parameter is not null when the method returns that value; newer frameworks have it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
