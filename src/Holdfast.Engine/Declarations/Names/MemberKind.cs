namespace Holdfast.Engine.Declarations.Names;

/// <summary>A thing that a member can be: the attribute that says so, and what goes with it.</summary>
/// <param name="attribute">The attribute class.</param>
/// <param name="propertyType">The type that the member must have, as code names it.</param>
/// <param name="example">The attribute with usual arguments.</param>
internal sealed class MemberKind(string attribute, string propertyType, string example)
{
    public string Attribute { get; } = attribute;

    public string PropertyType { get; } = propertyType;

    public string Example { get; } = example;

    /// <summary>Why a Deployment cannot have it; null where it can.</summary>
    public Refusal? NotInDeployment { get; init; }

    /// <summary>Why a Job or CronJob cannot have it; null where they can.</summary>
    public Refusal? NotInJob { get; init; }

    /// <summary>Why a kind of workload cannot have it; null where it can.</summary>
    public Refusal? RefusedBy(WorkloadKind kind) => kind switch
    {
        WorkloadKind.Deployment => NotInDeployment,
        WorkloadKind.Job or WorkloadKind.CronJob => NotInJob,
        _ => null,
    };
}
