namespace Holdfast.Engine.Declarations;

/// <summary>What <c>[Scheduled]</c> says that <c>[RunOnce]</c> does not.</summary>
internal sealed record ScheduleDeclaration
{
    public Declared<string> Schedule { get; init; }

    public Declared<string> TimeZone { get; init; }

    public Declared<string> ConcurrencyPolicy { get; init; }

    public Declared<int> StartingDeadlineSeconds { get; init; }

    public Declared<int> SuccessfulJobsHistoryLimit { get; init; }

    public Declared<int> FailedJobsHistoryLimit { get; init; }
}
