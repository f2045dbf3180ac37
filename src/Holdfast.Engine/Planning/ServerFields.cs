namespace Holdfast.Engine.Planning;

/// <summary>What the API server and its controllers write into objects, and what is therefore no part of what is applied.</summary>
internal static class ServerFields
{
    /// <summary>What <c>kubectl apply</c> was last given, as JSON.</summary>
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private static readonly HashSet<string> Metadata =
        ["uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "ownerReferences", "finalizers"];

    private static readonly HashSet<string> Annotations = [LastApplied, "deployment.kubernetes.io/revision", "pv.kubernetes.io/bind-completed", "pv.kubernetes.io/bound-by-controller"];

    /// <summary>Whether a field is the server's.</summary>
    /// <param name="type">The type of the mapping that has it; for a map, what the map is.</param>
    /// <param name="field">The field.</param>
    /// <param name="path">The way to the mapping.</param>
    public static bool Has(string type, string field, FieldPath path) =>
        (field == "status" && (path.Steps.Count == 0 || type == "PersistentVolumeClaim"))
        || (path.Field == "metadata" && Metadata.Contains(field))
        || (path.Field == "annotations" && Annotations.Contains(field));
}
