namespace Holdfast;

/// <summary>
/// Decides what happens to claims that no replica needs any more. Without this attribute they stay, so that a set that is
/// created or scaled up again finds its data; that is Kubernetes' own default.
/// </summary>
/// <example>
/// <code title="attributes">
/// [ClaimRetention(WhenScaled = ClaimRetention.Retain, WhenDeleted = ClaimRetention.Retain)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ClaimRetentionAttribute : DeclarationAttribute
{
    /// <summary>When the set is deleted; default <see cref="ClaimRetention.Retain"/>.</summary>
    public ClaimRetention WhenDeleted { get; set; }

    /// <summary>
    /// When the set is scaled down, for the replicas that go; default <see cref="ClaimRetention.Retain"/>. With
    /// <see cref="ClaimRetention.Delete"/> the data is lost even if the scale-down is taken back.
    /// </summary>
    public ClaimRetention WhenScaled { get; set; }
}
