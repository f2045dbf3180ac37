using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Upgrades;
using Holdfast.Tool.Formats;
using Holdfast.Tool.Linting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tool.Planning;

/// <summary>A plan as a report: what changes, what is refused, what happens to each set, and the scripts.</summary>
internal static class PlanReport
{
    /// <summary>The rules whose findings are those of single fields, which the report has already.</summary>
    private static readonly HashSet<string> OfFields = [FixedFieldRule.Id, ShrunkClaimRule.Id];

    public static Report Of(ReleasePlan plan, string directory)
    {
        ImmutableArray<Finding> findings = [.. Findings(plan, directory)];
        return new Report($"Plan from {plan.Before.Name} to {plan.After.Name}", findings)
        {
            Sections = [.. Sections(plan, findings)],
            Summary = Summary(plan, findings),
        };
    }

    /// <summary>The scripts for sets whose claims grow, by the names of the sets.</summary>
    public static IEnumerable<(string Set, string Text)> Scripts(ReleasePlan plan) => plan.Sets
        .Where(outcome => outcome.Growth.Length > 0 && outcome.Problem is null && outcome.Growth.All(growth => ExpansionProblem(plan, outcome, growth) is null))
        .Select(outcome => (outcome.Change.Name, GrowthScript.Of(outcome, plan.After.Manifests)));

    private static IEnumerable<Finding> Findings(ReleasePlan plan, string directory)
    {
        foreach (ObjectChange changed in plan.Changes)
        {
            foreach ((FieldChange change, FieldEffect effect) in changed.Fields.Select(change => (change, FieldEffects.Of(changed, change))))
            {
                if (effect.Kind is EffectKind.Refused or EffectKind.Kept && effect.Advice is not null)
                {
                    yield return Finding(
                        effect.RuleId is { } id && Rules.TryGetValue(id, out DiagnosticDescriptor? rule) ? (id, rule.Title.ToString(CultureInfo.InvariantCulture)) : PlanRules.Refused,
                        FindingSeverity.Error,
                        $"{change.Path} of {changed}: {PlanValues.Of(changed, change).Replace("`", "'", StringComparison.Ordinal)}; {effect.Consequence}. To do: {effect.Advice}.",
                        change.Location ?? changed.Location,
                        directory,
                        effect.RuleId);
                }
            }

            if (changed.Kind == ObjectChangeKind.Removed)
            {
                yield return Finding(PlanRules.Removed, FindingSeverity.Info, $"{changed} is no longer among the manifests: kubectl apply leaves it in the cluster, and what prunes deletes it.", null, directory);
            }
        }

        foreach (SetOutcome outcome in plan.Sets)
        {
            foreach (Finding finding in Findings(plan, outcome, directory))
            {
                yield return finding;
            }
        }

        foreach (Diagnostic diagnostic in plan.Found.Where(static diagnostic => !OfFields.Contains(diagnostic.Id)))
        {
            yield return FindingReader.Read(diagnostic, diagnostic.Severity, directory);
        }
    }

    private static IEnumerable<Finding> Findings(ReleasePlan plan, SetOutcome outcome, string directory)
    {
        ObjectChange changed = outcome.Change;
        foreach (ClaimGrowth growth in outcome.Growth)
        {
            if (ExpansionProblem(plan, outcome, growth) is { } problem)
            {
                yield return Finding(PlanRules.Refused, FindingSeverity.Error, problem, changed.Location, directory);
            }
        }

        if (outcome.Plan is not { } steps)
        {
            yield break;
        }

        if (SetText.Lost(steps) is { Length: > 0 } lost)
        {
            string when = changed.Kind == ObjectChangeKind.Removed ? "are deleted with their data where what prunes deletes the set" : "are deleted with their data";
            yield return Finding(PlanRules.DataLoss, changed.Kind == ObjectChangeKind.Removed ? FindingSeverity.Warning : FindingSeverity.Error, $"Claims of {changed} {when}: {NameList.Of(lost)}.", changed.Location, directory);
        }

        if (changed.Kind != ObjectChangeKind.Changed)
        {
            yield break;
        }

        if (steps.StuckAt is { } stuck)
        {
            foreach (ScaleBlock block in stuck.Blocks)
            {
                yield return Finding(
                    PlanRules.Stuck, FindingSeverity.Warning, $"{changed} gets stuck: {block.Reason} What helps: {string.Join("; or ", block.WaysOut.Select(static way => way.Text))}.", changed.Location, directory);
            }
        }

        if (outcome.NeedsMajority && steps.Steps.FirstOrDefault(static step => step.LosesQuorum) is { } below)
        {
            yield return Finding(
                PlanRules.Quorum,
                FindingSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{changed} has {below.ReadyReplicas} of {below.Replicas} replicas Ready for a while, and its majority is {below.Quorum}."),
                changed.Location,
                directory);
        }

        string[] restarted = [.. SetText.Restarted(steps).Select(static pod => pod.Name)];
        if (restarted.Length > 0)
        {
            yield return Finding(PlanRules.Restarts, FindingSeverity.Info, $"Pods of {changed} restart in this order: {NameList.Of(restarted)}.", TemplateOf(changed) ?? changed.Location, directory);
        }
    }

    private static IEnumerable<ReportSection> Sections(ReleasePlan plan, ImmutableArray<Finding> findings)
    {
        if (plan.Changes.IsEmpty && plan.After.Unknown.IsEmpty && plan.Before.Unknown.IsEmpty)
        {
            yield break;
        }

        if (ChangesText.Of(plan) is { Length: > 0 } changes)
        {
            yield return new ReportSection("Changes", changes);
        }

        string[] refused = [.. findings.Where(static finding => OfFields.Contains(finding.Rule) || finding.Rule == PlanRules.Refused.Id).Select(static finding => $"- {finding.Message}")];
        if (refused.Length > 0)
        {
            yield return new ReportSection("What the API server refuses", string.Join('\n', refused) + "\n");
        }

        foreach (SetOutcome outcome in plan.Sets)
        {
            string name = outcome.Change.ToString();
            string condition = outcome.Change.Kind == ObjectChangeKind.Removed ? " where it is pruned" : string.Empty;
            yield return new ReportSection($"What happens to {name}{condition}", string.Concat(SetText.Of(outcome).Select(static line => $"- {line}\n")));
            if (outcome.Plan is { } steps)
            {
                yield return new ReportSection($"Steps of {name}", Named(steps.ToString(), outcome.Change, plan.After) + "\n") { Language = "text" };
            }

            if (outcome.BrokenPlan?.StuckAt is { } stuck)
            {
                yield return new ReportSection(
                    $"Where {name} gets stuck if the new template does not become Ready",
                    string.Concat(stuck.Blocks.Select(block => $"- {block.Reason}\n" + string.Concat(block.WaysOut.Select(way => $"  - {way.Text}{Commands(outcome.BrokenPlan, way, plan.After)}\n")))));
            }
        }

        foreach ((string set, string text) in Scripts(plan))
        {
            yield return new ReportSection($"Script that grows the claims of {set}", text) { Language = "bash" };
        }
    }

    /// <summary>
    /// A scale plan knows neither the fields that a set's names do not depend on nor where the manifests are; here both have their names.
    /// </summary>
    private static string Named(string steps, ObjectChange changed, PlanSide after)
    {
        string[] refused =
        [
            .. changed.Fields
                .Where(change => FieldEffects.Of(changed, change).Kind == EffectKind.Refused)
                .Select(static change => string.Join('.', change.Path.Shape.Split('.').Take(2)))
                .Distinct(StringComparer.Ordinal),
        ];
        string named = refused.Length > 0 ? steps.Replace("what cannot be changed in place", string.Join(", ", refused), StringComparison.Ordinal) : steps;
        return Placed(named, after);
    }

    /// <summary>The commands of a way out, behind its words.</summary>
    private static string Commands(ScalePlan stuck, ScaleWayOut way, PlanSide after)
    {
        bool isRollBack = way.Helps.Any(static help => help.Template == TemplateChange.RolledBack);
        string[] commands =
        [
            .. stuck.Following(way).Phases.Where(static phase => phase.Help is not null)
                .SelectMany(static phase => phase.Steps)
                .SelectMany(static step => step.Commands)
                .Select(command => isRollBack && command.StartsWith("kubectl apply", StringComparison.Ordinal) ? Undo(stuck.Set) : Placed(command, after))
                .Select(PlanValues.Code),
        ];
        return commands.Length == 0 ? string.Empty : ": " + string.Join(", ", commands);
    }

    /// <summary>The manifests that are applied have the new template.</summary>
    private static string Undo(StatefulSetInfo set) => $"kubectl rollout undo statefulset {set.Name}" + (set.Namespace is { } space ? $" --namespace {space}" : string.Empty);

    private static string Placed(string text, PlanSide after) =>
        after.Manifests is { } manifests ? text.Replace("kubectl apply -k .", $"kubectl apply {manifests.Option} {manifests.Path}", StringComparison.Ordinal) : text;

    private static string? ExpansionProblem(ReleasePlan plan, SetOutcome outcome, ClaimGrowth growth)
    {
        MappingNode? storageClass = growth.StorageClass is null ? null : plan.StorageClasses.FirstOrDefault(node => node.At("metadata", "name").Is(growth.StorageClass));
        return storageClass is not null && storageClass["allowVolumeExpansion"] is null or ScalarNode { Kind: ScalarKind.Boolean, Text: "false" }
            ? $"The claims of {outcome.Change} cannot grow from {growth.Before} to {growth.After}, because the StorageClass {growth.StorageClass} does not allow expansion (allowVolumeExpansion): the API server refuses that (403 Forbidden)."
            : null;
    }

    private static string Summary(ReleasePlan plan, ImmutableArray<Finding> findings)
    {
        int changed = plan.Changes.Count(static change => change.Kind == ObjectChangeKind.Changed && !change.Fields.IsEmpty);
        int added = plan.Changes.Count(static change => change.Kind == ObjectChangeKind.Added);
        int removed = plan.Changes.Count(static change => change.Kind == ObjectChangeKind.Removed);
        if (changed + added + removed == 0)
        {
            return "Nothing changes.";
        }

        string verdict = findings.Any(static finding => finding.Severity == FindingSeverity.Error) ? "It cannot be applied as it is, or loses data."
            : findings.Any(static finding => finding.Severity == FindingSeverity.Warning) ? "It needs attention."
            : "It can be applied.";
        return string.Create(CultureInfo.InvariantCulture, $"{changed} changed, {added} added, {removed} removed, {plan.Unchanged} unchanged. {verdict}");
    }

    private static ImmutableDictionary<string, DiagnosticDescriptor> Rules { get; } = RuleCatalog.Descriptors.GroupBy(static rule => rule.Id, StringComparer.Ordinal).ToImmutableDictionary(static group => group.Key, static group => group.First());

    private static Location? TemplateOf(ObjectChange changed) => changed.Fields.FirstOrDefault(static change => change.Path.IsIn("spec.template"))?.Location;

    private static Finding Finding((string Id, string Title) rule, FindingSeverity severity, string message, Location? location, string directory, string? ruleId = null) => new(rule.Id, rule.Title, severity, message)
    {
        Place = FindingReader.PlaceOf(location, directory),
        HelpLink = ruleId is not null && Rules.TryGetValue(ruleId, out DiagnosticDescriptor? descriptor) ? descriptor.HelpLinkUri : null,
    };
}
