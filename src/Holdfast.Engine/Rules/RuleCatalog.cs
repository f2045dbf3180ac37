using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>All rules, in the order of their ids. They are found, not listed: a new rule is one new file.</summary>
internal static class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } = Find();

    private static readonly ImmutableArray<Rule> Alone = [.. All.Where(static rule => !rule.LooksAcross)];

    private static readonly ImmutableArray<Rule> Across = [.. All.Where(static rule => rule.LooksAcross)];

    /// <summary>The descriptors of all rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        All.Select(static rule => rule.Descriptor).ToImmutableArray();

    /// <summary>Judges all that there is.</summary>
    public static void Check(ManifestSet manifests, RuleContext context, CancellationToken cancellationToken) =>
        Check(All, manifests, context, cancellationToken);

    /// <summary>Judges one declaration by itself.</summary>
    public static void CheckAlone(ManifestSet manifests, RuleContext context, CancellationToken cancellationToken) =>
        Check(Alone, manifests, context, cancellationToken);

    /// <summary>Compares declarations with each other, when all of them are there.</summary>
    public static void CheckAcross(ManifestSet manifests, RuleContext context, CancellationToken cancellationToken) =>
        Check(Across, manifests, context, cancellationToken);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The native program keeps this assembly whole: Program.props roots it.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "So it keeps the constructors of rules.")]
    private static ImmutableArray<Rule> Find() => typeof(RuleCatalog).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(Rule).IsAssignableFrom(type))
        .Select(static type => (Rule)Activator.CreateInstance(type))
        .OrderBy(static rule => rule.Descriptor.Id, StringComparer.Ordinal)
        .ToImmutableArray();

    private static void Check(ImmutableArray<Rule> rules, ManifestSet manifests, RuleContext context, CancellationToken cancellationToken)
    {
        foreach (Rule rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rule.Check(manifests, context);
        }
    }
}
