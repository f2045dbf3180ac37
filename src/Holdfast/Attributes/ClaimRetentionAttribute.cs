namespace Holdfast;

/// <summary>
/// Says what becomes of claims that no member needs any more. Without this attribute they stay, so that a set that is made
/// or scaled up again finds its data; that is Kubernetes' own default.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ClaimRetentionAttribute : DeclarationAttribute
{
    /// <summary>When the set is deleted; default <see cref="ClaimRetention.Retain"/>.</summary>
    public ClaimRetention WhenDeleted { get; set; }

    /// <summary>
    /// When the set is scaled down, for the members that go; default <see cref="ClaimRetention.Retain"/>. With
    /// <see cref="ClaimRetention.Delete"/> a scale-down that is taken back has lost the data all the same.
    /// </summary>
    public ClaimRetention WhenScaled { get; set; }
}
