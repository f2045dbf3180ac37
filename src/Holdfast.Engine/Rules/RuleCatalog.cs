using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>
/// All rules, in the order of their ids. The build lists them by their files, so a new rule is one new file, and no process looks through
/// all types of the assembly for them, as each compiler that starts would, in a project without any use for them too.
/// </summary>
internal static partial class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } = Find();

    private static readonly ImmutableArray<Rule> Alone = [.. All.Where(static rule => !rule.LooksAcross)];

    /// <summary>Those of <see cref="Alone"/> that find something only in one of a kind of objects are left out, by the widest kind that there is.</summary>
    private static readonly ImmutableArray<Rule>[] AloneBySubject = [.. new[] { RuleSubject.Any, RuleSubject.PodOwner, RuleSubject.Workload, RuleSubject.StatefulSet }.Select(static widest => Alone.Where(rule => rule.Subject <= widest).ToImmutableArray())];

    private static readonly ImmutableArray<Rule> Across = [.. All.Where(static rule => rule.LooksAcross)];

    /// <summary>The rules that look at one value after the other.</summary>
    public static ImmutableArray<Rule> OfParts { get; } = [.. All.Where(static rule => rule.JudgesParts)];

    /// <summary>The descriptors of all rules, in the order of their ids: a compiler asks for them in every project, and for the rules only where they judge.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors => RuleDescriptorCatalog.All;

    /// <summary>Judges all that there is.</summary>
    public static void Check(ManifestSet manifests, RuleContext context, CancellationToken cancellationToken) =>
        Check(All, manifests, context, cancellationToken);

    /// <summary>Judges one declaration by itself.</summary>
    public static void CheckAlone(ManifestSet manifests, RuleContext context, CancellationToken cancellationToken) =>
        Check(Alone, manifests, context, cancellationToken);

    /// <summary>The rules that judge one declaration by itself and have something to go through: code makes objects one by one, and most rules are for sets.</summary>
    public static ImmutableArray<Rule> AloneFor(ImmutableArray<MappingNode> objects)
    {
        var widest = RuleSubject.Any;
        foreach (MappingNode node in objects)
        {
            RuleSubject own = PodOwnerView.Of(node) switch
            {
                StatefulSetView => RuleSubject.StatefulSet,
                WorkloadView => RuleSubject.Workload,
                not null => RuleSubject.PodOwner,
                null => RuleSubject.Any,
            };
            widest = own > widest ? own : widest;
        }

        return AloneBySubject[(int)widest];
    }

    /// <summary>Compares declarations with each other, when all of them are there.</summary>
    public static void CheckAcross(ManifestSet manifests, RuleContext context, CancellationToken cancellationToken) =>
        Check(Across, manifests, context, cancellationToken);

    private static ImmutableArray<Rule> Find()
    {
        var rules = new List<Rule>();
        AddAll(rules);
        rules.Sort(static (one, other) => string.CompareOrdinal(one.Descriptor.Id, other.Descriptor.Id));
        return [.. rules];
    }

    /// <summary>Adds a rule for each file <c>Rules/*/*Rule.cs</c>; the project file writes it.</summary>
    static partial void AddAll(List<Rule> rules);

    private static void Check(ImmutableArray<Rule> rules, ManifestSet manifests, RuleContext context, CancellationToken cancellationToken)
    {
        foreach (Rule rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rule.Check(manifests, context);
        }
    }
}
