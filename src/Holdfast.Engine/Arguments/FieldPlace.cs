namespace Holdfast.Engine.Arguments;

/// <summary>The part of an object that an argument's path begins in.</summary>
internal enum FieldPlace
{
    /// <summary>The <c>spec</c> of the pod template.</summary>
    Pod,

    /// <summary>The <c>spec</c> of the pod template, for arguments of the application's own type alone.</summary>
    OwnPod,

    /// <summary>The container of the type.</summary>
    Container,

    /// <summary>The container of a type inside the application's.</summary>
    FurtherContainer,

    /// <summary>A port of a container.</summary>
    Port,

    /// <summary>A probe.</summary>
    Probe,

    /// <summary>What is done when a container starts or stops.</summary>
    Hook,

    /// <summary>An environment variable.</summary>
    Env,

    /// <summary>The place where a container has a volume.</summary>
    Mount,

    /// <summary>A volume of the pod, with its name.</summary>
    Volume,

    /// <summary>A source of a projected volume.</summary>
    ProjectedSource,

    /// <summary>The <c>spec</c> of a claim.</summary>
    Claim,

    /// <summary>The <c>spec</c> of a Service.</summary>
    Service,

    /// <summary>The ServiceAccount.</summary>
    ServiceAccount,

    /// <summary>A spread constraint.</summary>
    Spread,

    /// <summary>A term of an affinity between pods.</summary>
    PodAffinity,

    /// <summary>The <c>spec</c> of the autoscaler.</summary>
    Autoscaler,
}
