namespace Holdfast;

/// <summary>
/// Declares work that runs once, such as a migration: a Job and all that the other attributes of the type and of its members add.
/// The type must be a <c>partial class</c> that is neither static nor generic.
/// </summary>
/// <remarks>
/// A Job's template can never be changed, so the Job's name ends with a hash of it: another image, variable or config file makes
/// another Job, which runs, and applying the same manifest twice runs nothing twice. The old Job stays until it is deleted. Work must
/// allow to run again, since a pod that fails or loses its node is replaced.
/// Its pods end, so what leads clients to pods or counts replicas is an error: <c>[Port]</c>, <c>[ClientService]</c>,
/// <c>[ReplicaService]</c>, <c>[PeerList]</c>, <c>[VolumeClaim]</c>, <c>[HeadlessService]</c>, <c>[ClaimRetention]</c>,
/// <c>[DisruptionBudget]</c>, <c>[Autoscaler]</c>, <c>[Quorum]</c> and <c>[Selector]</c>. Everything else is as with
/// <see cref="StatefulAppAttribute"/>.
/// </remarks>
/// <param name="name">
/// The first part of the Job's name, and the application's: a DNS label (lower-case letters, digits and <c>-</c>, a letter or digit at
/// both ends) of at most 54 characters, since 9 for the hash follow.
/// </param>
/// <example>
/// <code>
/// using Holdfast;
///
/// [RunOnce("orders-migrations", BackoffLimit = 3, ActiveDeadlineSeconds = 600)]
/// [Container("orders:1.4.0", Args = ["migrate"])]
/// public sealed partial class OrdersMigrations;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class RunOnceAttribute(string name) : JobSpecAttribute(name)
{
    /// <summary>
    /// Whether the Job has the application's name and no hash; default <see langword="false"/>. Then it must be deleted before a
    /// changed one is applied.
    /// </summary>
    public bool FixedName { get; set; }
}
