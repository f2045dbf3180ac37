using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what <c>[RunOnce]</c> and <c>[Scheduled]</c> say about Jobs.</summary>
internal static class JobReader
{
    public static JobDeclaration Read(AttributeArguments arguments, WorkloadKind kind) => new()
    {
        Completions = arguments.Int("Completions"),
        Parallelism = arguments.Int("Parallelism"),
        CompletionMode = arguments.Enum("CompletionMode"),
        BackoffLimit = arguments.Int("BackoffLimit"),
        ActiveDeadlineSeconds = arguments.Int("ActiveDeadlineSeconds"),
        TtlSecondsAfterFinished = arguments.Int("TtlSecondsAfterFinished"),
        RestartPolicy = arguments.Enum("RestartPolicy"),
        Suspend = arguments.Bool("Suspend"),
        FixedName = arguments.Bool("FixedName"),
        Schedule = kind == WorkloadKind.CronJob ? ReadSchedule(arguments) : null,
    };

    private static ScheduleDeclaration ReadSchedule(AttributeArguments arguments) => new()
    {
        Schedule = arguments.String("Schedule"),
        TimeZone = arguments.String("TimeZone"),
        ConcurrencyPolicy = arguments.Enum("ConcurrencyPolicy"),
        StartingDeadlineSeconds = arguments.Int("StartingDeadlineSeconds"),
        SuccessfulJobsHistoryLimit = arguments.Int("SuccessfulJobsHistoryLimit"),
        FailedJobsHistoryLimit = arguments.Int("FailedJobsHistoryLimit"),
    };
}
