namespace Holdfast.Engine.Rules;

/// <summary>What a rule goes through, so that it is not asked where there is none.</summary>
internal enum RuleSubject
{
    /// <summary>It finds out itself.</summary>
    Any,

    /// <summary>Objects that pods are made of.</summary>
    PodOwner,

    /// <summary>StatefulSets and Deployments.</summary>
    Workload,

    /// <summary>StatefulSets.</summary>
    StatefulSet,
}
