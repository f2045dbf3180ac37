namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks <c>required</c> members with; newer frameworks have it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class RequiredMemberAttribute : Attribute
{
}
