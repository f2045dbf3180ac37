namespace Holdfast;

/// <summary>
/// Leaves it to the scheduler where members run, without the soft spread over hosts that every application has otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class NoSpreadAttribute : DeclarationAttribute
{
}
