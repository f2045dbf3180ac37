namespace Holdfast;

/// <summary>
/// An action before the container is asked to stop; it is part of the grace period
/// (<see cref="StatefulAppAttribute.TerminationGracePeriodSeconds"/>).
/// </summary>
/// <example>
/// <code title="attributes">
/// [PreStop(SleepSeconds = 10)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PreStopAttribute : HookAttribute
{
}
