namespace Holdfast.Engine.Declarations;

/// <summary>What runs an application's pods, by the names of Kubernetes' kinds.</summary>
internal enum WorkloadKind
{
    /// <summary><c>[StatefulApp]</c>.</summary>
    StatefulSet,

    /// <summary><c>[StatelessApp]</c>.</summary>
    Deployment,

    /// <summary><c>[RunOnce]</c>.</summary>
    Job,

    /// <summary><c>[Scheduled]</c>.</summary>
    CronJob,
}
