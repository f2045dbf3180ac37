namespace Holdfast;

/// <summary>What is done once the container is started, beside its own process. Where it fails, the container is killed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PostStartAttribute : HookAttribute
{
}
