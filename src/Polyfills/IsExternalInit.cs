namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks <c>init</c> accessors with; newer frameworks have it.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal static class IsExternalInit
{
}
