namespace Holdfast.Engine.Declarations;

/// <summary><c>[Scheduling]</c>.</summary>
internal sealed record SchedulingDeclaration(
    Declared<string> PriorityClassName,
    Declared<string> SchedulerName,
    Declared<string> RuntimeClassName,
    Declared<string> NodeName);
