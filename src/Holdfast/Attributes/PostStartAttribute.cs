namespace Holdfast;

/// <summary>What is done once the container is started, beside its own process. Where it fails, the container is killed.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PostStartAttribute : HookAttribute
{
}
