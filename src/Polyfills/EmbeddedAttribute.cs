namespace Microsoft.CodeAnalysis;

/// <summary>Marks types that are this assembly's alone, also where another one may see its internals.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute
{
}
