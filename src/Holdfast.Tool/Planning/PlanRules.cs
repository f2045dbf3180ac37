namespace Holdfast.Tool.Planning;

/// <summary>What plans report and no rule of a project does, each with its title.</summary>
internal static class PlanRules
{
    public static (string Id, string Title) Refused { get; } = ("plan-refused", "The API server refuses the change");

    public static (string Id, string Title) DataLoss { get; } = ("plan-data-loss", "Claims are deleted with their data");

    public static (string Id, string Title) Stuck { get; } = ("plan-stuck", "The change does not finish by itself");

    public static (string Id, string Title) Quorum { get; } = ("plan-quorum", "Fewer replicas are Ready than the majority");

    public static (string Id, string Title) Restarts { get; } = ("plan-restarts", "Pods restart");

    public static (string Id, string Title) Removed { get; } = ("plan-removed", "An object is no longer among the manifests");
}
