using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Generation;

/// <summary>What the generator writes about a kind of workload.</summary>
/// <param name="Interface">The interface that the type implements.</param>
/// <param name="Member">The interface's member, and the name of the instance behind it.</param>
/// <param name="Type">The member's type.</param>
internal sealed record WorkloadText(string Interface, string Member, string Type)
{
    private static readonly WorkloadText Set = new("IStatefulApp", "StatefulSet", "StatefulSetInfo");

    private static readonly WorkloadText Deployment = new("IStatelessApp", "Deployment", "DeploymentInfo");

    private static readonly WorkloadText Job = new("IRunOnceApp", "Job", "JobInfo");

    private static readonly WorkloadText CronJob = new("IScheduledApp", "CronJob", "CronJobInfo");

    public static WorkloadText Of(WorkloadKind kind) => kind switch
    {
        WorkloadKind.Deployment => Deployment,
        WorkloadKind.Job => Job,
        WorkloadKind.CronJob => CronJob,
        _ => Set,
    };
}
