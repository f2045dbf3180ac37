using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>What a Job or CronJob says beside its pods. A Job that runs already keeps its name.</summary>
internal static class JobImport
{
    public static JobDeclaration Of(ImportGroup group)
    {
        ManifestNode? spec = group.Spec;
        bool isScheduled = group.Kind == WorkloadKind.CronJob;
        return new JobDeclaration
        {
            Completions = Said.Int(spec.At("completions")),
            Parallelism = Said.Int(spec.At("parallelism")),
            CompletionMode = Said.OneOf(spec.At("completionMode"), "Indexed"),
            BackoffLimit = Said.Int(spec.At("backoffLimit")),
            ActiveDeadlineSeconds = Said.Int(spec.At("activeDeadlineSeconds")),
            TtlSecondsAfterFinished = Said.Int(spec.At("ttlSecondsAfterFinished")),
            RestartPolicy = Said.OneOf(group.Pod["restartPolicy"], "OnFailure"),
            Suspend = Said.True(isScheduled ? group.Workload.At("spec", "suspend") : spec.At("suspend")),
            FixedName = isScheduled ? default : Said.Of(true),
            Schedule = isScheduled ? Schedule(group.Workload["spec"]) : null,
        };
    }

    /// <summary>What says nothing has Kubernetes' own policy, which is not the attribute's.</summary>
    private static ScheduleDeclaration Schedule(ManifestNode? spec) => new()
    {
        Schedule = Said.Text(spec.At("schedule")),
        TimeZone = Said.Text(spec.At("timeZone")),
        ConcurrencyPolicy = spec.At("concurrencyPolicy").Is("Forbid") ? default : Said.OneOf(spec.At("concurrencyPolicy"), "Replace").Or("Allow", null),
        StartingDeadlineSeconds = Said.Int(spec.At("startingDeadlineSeconds")),
        SuccessfulJobsHistoryLimit = Said.Int(spec.At("successfulJobsHistoryLimit")),
        FailedJobsHistoryLimit = Said.Int(spec.At("failedJobsHistoryLimit")),
    };
}
