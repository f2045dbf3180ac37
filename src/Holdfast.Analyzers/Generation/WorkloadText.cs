using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Generation;

/// <summary>What the generator writes about a kind of workload.</summary>
/// <param name="Interface">The interface that the type implements.</param>
/// <param name="Member">The interface's member, and the name of the instance behind it.</param>
/// <param name="Type">The member's type.</param>
/// <param name="Documentation">What the member is.</param>
internal sealed record WorkloadText(string Interface, string Member, string Type, string Documentation)
{
    private static readonly WorkloadText Set =
        new("IStatefulApp", "StatefulSet", "StatefulSetInfo", "What the names of the set are made of.");

    private static readonly WorkloadText Deployment =
        new("IStatelessApp", "Deployment", "DeploymentInfo", "What the names of the Deployment's Services are made of.");

    private static readonly WorkloadText Job =
        new("IRunOnceApp", "Job", "JobInfo", "The Job, by the name that it has in the manifest.");

    private static readonly WorkloadText CronJob =
        new("IScheduledApp", "CronJob", "CronJobInfo", "The CronJob, by the name that it has in the manifest.");

    public static WorkloadText Of(WorkloadKind kind) => kind switch
    {
        WorkloadKind.Deployment => Deployment,
        WorkloadKind.Job => Job,
        WorkloadKind.CronJob => CronJob,
        _ => Set,
    };
}
