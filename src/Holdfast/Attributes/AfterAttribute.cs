namespace Holdfast;

/// <summary>
/// Work that must have succeeded before the application starts, such as a migration: a type with <see cref="RunOnceAttribute"/> of the same
/// project. Each pod asks the API server for the Job, and starts once that has succeeded.
/// </summary>
/// <remarks>
/// The application waits itself: the manifest sets <c>HOLDFAST_AFTER</c> to the names of the Jobs, and a host with <c>AddHoldfast</c> or
/// <c>AddHoldfastStart</c> of the package Holdfast.Discovery starts its services when they have succeeded. For an image that does not, name a
/// <see cref="WaitImage"/>.
/// The application's Role lets it read these Jobs, by their names; like those of <see cref="AllowAttribute"/>, it is made with a RoleBinding, and with a
/// ServiceAccount of the application's name unless <c>[ServiceAccount]</c> names one. Both types declare the same namespace, or none.
/// </remarks>
/// <param name="job">A type with <c>[RunOnce]</c>, of this project.</param>
/// <example>
/// <code>
/// using Holdfast;
///
/// [StatelessApp("orders", Replicas = 2, Namespace = "shop")]
/// [Container("orders:1.4.0")]
/// [After(typeof(OrdersMigrations), WaitImage = "curlimages/curl:8.11.1")]
/// public sealed partial class Orders;
///
/// [RunOnce("orders-migrations", Namespace = "shop")]
/// [Container("orders:1.4.0", Args = ["migrate"])]
/// public sealed partial class OrdersMigrations;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AfterAttribute(Type job) : RepeatableDeclarationAttribute
{
    /// <summary>The type of the work.</summary>
    public Type Job { get; } = job;

    /// <summary>
    /// An image with <c>/bin/sh</c> and <c>curl</c>, such as <c>curlimages/curl:8.11.1</c>: the pods wait in an init container of it. Left
    /// out, the application waits itself.
    /// </summary>
    public string? WaitImage { get; set; }
}
