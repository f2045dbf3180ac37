using System.ComponentModel;

namespace Holdfast;

/// <summary>
/// Marks the generated constant that lists what an application needs and what it makes for others. The build reads it from the compiled
/// assembly for README.md beside the manifests.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedPrerequisitesAttribute : Attribute
{
}
