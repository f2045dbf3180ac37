namespace Holdfast;

/// <summary>An action once the container has started, beside its own process. If it fails, the container is killed.</summary>
/// <example>
/// <code title="attributes">
/// [PostStart(HttpPath = "/warm-up", Port = nameof(Http))]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PostStartAttribute : HookAttribute
{
}
