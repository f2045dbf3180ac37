namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks constructors that set all <c>required</c> members; newer frameworks have it.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class SetsRequiredMembersAttribute : Attribute
{
}
