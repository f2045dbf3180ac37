namespace Holdfast;

/// <summary>
/// Leaves placement to the scheduler, without the soft spread over hosts that every application has by default.
/// </summary>
/// <example>
/// <code title="attributes">
/// [NoSpread]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class NoSpreadAttribute : DeclarationAttribute
{
}
