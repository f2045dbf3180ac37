namespace Holdfast.Engine.Declarations;

/// <summary>What <c>[RunOnce]</c> and <c>[Scheduled]</c> say that <c>[StatefulApp]</c> does not.</summary>
internal sealed record JobDeclaration
{
    public Declared<int> Completions { get; init; }

    public Declared<int> Parallelism { get; init; }

    public Declared<string> CompletionMode { get; init; }

    public Declared<int> BackoffLimit { get; init; }

    public Declared<int> ActiveDeadlineSeconds { get; init; }

    public Declared<int> TtlSecondsAfterFinished { get; init; }

    public Declared<string> RestartPolicy { get; init; }

    public Declared<bool> Suspend { get; init; }

    /// <summary>Whether the Job keeps the application's name whatever it runs; a CronJob names its Jobs itself.</summary>
    public Declared<bool> FixedName { get; init; }

    /// <summary>What only a CronJob has; null for a Job.</summary>
    public ScheduleDeclaration? Schedule { get; init; }
}
