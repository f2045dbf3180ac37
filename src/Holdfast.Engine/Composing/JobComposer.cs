using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>The Job or CronJob of an application.</summary>
internal static class JobComposer
{
    /// <summary>A failed pod stays, and so do its logs; the next one is another pod.</summary>
    private const string RestartPolicy = "Never";

    /// <summary>Two runs of a backup or report at one time disturb each other more often than a late one hurts.</summary>
    private const string ConcurrencyPolicy = "Forbid";

    public static MappingNode Compose(AppDeclaration app, JobDeclaration job) => new MappingBuilder()
        .Add("apiVersion", JobView.ApiVersion)
        .Add("kind", job.Schedule is null ? JobView.Kind : JobView.CronJob)
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.Workload))
        .Add("spec", job.Schedule is { } schedule ? Scheduled(app, job, schedule) : Spec(app, job).Build(app.Name.Location))
        .Build(app.Name.Location);

    /// <summary>What the template of its pods says about restarts; null where the kind decides it.</summary>
    public static ManifestNode? RestartPolicyOf(AppDeclaration app) =>
        app.Job is { } job ? Nodes.Of(job.RestartPolicy.Or(RestartPolicy, app.Name.Location)) : null;

    private static MappingNode Scheduled(AppDeclaration app, JobDeclaration job, ScheduleDeclaration schedule) => new MappingBuilder()
        .Add("schedule", schedule.Schedule)
        .Add("timeZone", schedule.TimeZone)
        .Add("concurrencyPolicy", schedule.ConcurrencyPolicy.Or(ConcurrencyPolicy, app.Name.Location))
        .Add("startingDeadlineSeconds", schedule.StartingDeadlineSeconds)
        .Add("successfulJobsHistoryLimit", schedule.SuccessfulJobsHistoryLimit)
        .Add("failedJobsHistoryLimit", schedule.FailedJobsHistoryLimit)
        .Add("suspend", Nodes.Flag(job.Suspend))
        .Add("jobTemplate", new MappingBuilder()
            .Add("metadata", ObjectMetadata.OfJobs(app))
            .Add("spec", Spec(app, job with { Suspend = default }).Build(app.Name.Location))
            .Build())
        .Build(app.Name.Location);

    private static MappingBuilder Spec(AppDeclaration app, JobDeclaration job) => new MappingBuilder()
        .Add("completions", job.Completions)
        .Add("parallelism", job.Parallelism)
        .Add("completionMode", job.CompletionMode)
        .Add("backoffLimit", job.BackoffLimit)
        .Add("activeDeadlineSeconds", job.ActiveDeadlineSeconds)
        .Add("ttlSecondsAfterFinished", job.TtlSecondsAfterFinished)
        .Add("suspend", Nodes.Flag(job.Suspend))
        .Add("template", PodTemplateComposer.Compose(app));
}
