namespace Holdfast;

/// <summary>
/// What happens when the container ends with certain exit codes; the first rule that fits counts, and else the restart policy. Kubernetes:
/// <c>restartPolicyRules</c>, since 1.35; the container needs a <see cref="ContainerAttribute.RestartPolicy"/>.
/// </summary>
/// <param name="exitCodes">The exit codes, 0 to 255, at most 255 of them.</param>
/// <example>
/// <code title="members">
/// [InitContainer("registry.example/migrate:1.4.0", RestartPolicy = ContainerRestartPolicy.Never)]
/// [RestartRule(75, Action = ContainerRestartRuleAction.Restart)]
/// public static partial class Migrate;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class RestartRuleAttribute(params int[] exitCodes) : RepeatableDeclarationAttribute
{
    /// <summary>The exit codes.</summary>
    public int[] ExitCodes { get; } = exitCodes;

    /// <summary>How the exit code is compared; default <see cref="ExitCodeOperator.In"/>.</summary>
    public ExitCodeOperator Operator { get; set; }

    /// <summary>What happens; default <see cref="ContainerRestartRuleAction.Restart"/>.</summary>
    public ContainerRestartRuleAction Action { get; set; }
}
