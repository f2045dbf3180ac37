namespace Holdfast;

/// <summary>How many versions of the internet protocol a Service has addresses of.</summary>
public enum IpFamilyPolicy
{
    /// <summary>One.</summary>
    SingleStack,

    /// <summary>Two where the cluster has two, and else one.</summary>
    PreferDualStack,

    /// <summary>Two; a cluster that has one refuses the Service.</summary>
    RequireDualStack,
}
