using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor FixedFieldRule = new(
        id: Upgrades.FixedFieldRule.Id,
        title: "A field that cannot change has changed",
        messageFormat: "{0} {1} in the last release and {2} now, and the API server {3}; {4}",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For(Upgrades.FixedFieldRule.Id),
        customTags: Fixes.ReplaceEnumMember);
}

/// <summary>HF4001: a field that cannot change is not what it was in the last release.</summary>
internal sealed class FixedFieldRule() : ShippedRule(RuleDescriptors.FixedFieldRule)
{
    public const string Id = "HF4001";

    private const string Refuses = "refuses the change (422 Forbidden)";

    /// <summary>What the server fills in, or what is not part of what is asked for.</summary>
    private static readonly string[] Ignored = ["apiVersion", "kind", "status", "metadata.name", "metadata.creationTimestamp"];

    protected override void CheckShipped(ManifestSet manifests, RuleContext context)
    {
        foreach (StatefulSetView set in new ListedViews<StatefulSetView>(manifests.StatefulSets))
        {
            if (manifests.Shipped.Before(set, static node => new StatefulSetView(node)) is { } before)
            {
                Check(set, before, context);
            }
        }

        foreach (DeploymentView deployment in new ListedViews<DeploymentView>(manifests.Deployments))
        {
            if (manifests.Shipped.Before(deployment, static node => new DeploymentView(node)) is { } before)
            {
                CheckSelector(deployment, before, "keep it, or give the Deployment another name", context);
            }
        }

        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
        {
            if (manifests.Shipped.Before(service, static node => new ServiceView(node)) is { } before)
            {
                Check(service, before, context);
            }
        }

        foreach (ClaimView claim in new ListedViews<ClaimView>(manifests.DeclaredClaims))
        {
            if (manifests.Shipped.Before(claim, static node => new ClaimView(node)) is { } before)
            {
                Check(claim, before, context);
            }
        }

        foreach (ConfigMapView map in new ListedViews<ConfigMapView>(manifests.ConfigMaps))
        {
            if (manifests.Shipped.Before(map, static node => new ConfigMapView(node)) is { } before)
            {
                Check(map, before, context);
            }
        }
    }

    /// <summary>What a claim asks for stays, but for its size, which other rules know. What is left out the server keeps.</summary>
    private void Check(ClaimView claim, ClaimView before, RuleContext context)
    {
        foreach (FieldDifference difference in FieldDifference.Between(before.Node["spec"], claim.Node["spec"]))
        {
            if (difference is { Before: not null, Now: not null }
                && difference.Path != "volumeAttributesClassName"
                && !difference.Path.StartsWith("resources.", StringComparison.Ordinal))
            {
                Report(Phrase.Of($"{new FieldText("PersistentVolumeClaimSpec", difference.Path)} of the PersistentVolumeClaim '{claim.DisplayName}'"), difference, claim, null, Refuses, "keep it, or move the data to a claim of another name", context);
            }
        }
    }

    private void Check(ConfigMapView map, ConfigMapView before, RuleContext context)
    {
        if (!before.Node["immutable"].IsTrue())
        {
            return;
        }

        string advice = $"keep it, and put the new entries into a ConfigMap with another name, such as '{map.DisplayName}-2'";
        foreach (FieldDifference difference in new[] { "data", "binaryData" }.SelectMany(field => FieldDifference.Between(before.Node[field], map.Node[field])))
        {
            context.Report(this, difference.Location ?? map.Name?.Location, new RuleFinding(
                $"The entry '{difference.Path}' of the immutable ConfigMap '{map.DisplayName}'",
                difference.Before is null ? "did not exist" : difference.Now is null ? "existed" : "had another text",
                difference.Before is null ? "exists" : difference.Now is null ? "is missing" : "has this one",
                Refuses,
                advice));
        }
    }

    private void Check(StatefulSetView set, StatefulSetView before, RuleContext context)
    {
        string recreate = $"keep it, or recreate the StatefulSet without deleting its pods (kubectl delete statefulset {set.DisplayName} --cascade=orphan, then apply)";
        Compare("serviceName", NotEmpty(before.ServiceName), NotEmpty(set.ServiceName));
        Compare("podManagementPolicy", Or(before.PodManagementPolicy, "OrderedReady"), Or(set.PodManagementPolicy, "OrderedReady"));
        CheckSelector(set, before, "keep it, because a recreated StatefulSet would not adopt its pods", context);
        CheckTemplates(set, before, recreate, context);

        void Compare(string field, ManifestNode? then, ManifestNode? now)
        {
            foreach (FieldDifference difference in FieldDifference.Between(then, now))
            {
                Report(Phrase.Of($"{new FieldText("StatefulSetSpec", field)} of '{set.DisplayName}'"), difference, set, null, Refuses, recreate, context);
            }
        }
    }

    private void CheckSelector(WorkloadView workload, WorkloadView before, string advice, RuleContext context)
    {
        foreach (FieldDifference difference in FieldDifference.Between(before.Node.At("spec", "selector"), workload.Node.At("spec", "selector")))
        {
            Report($"The selector ({difference.Path}) of '{workload.DisplayName}'", difference, workload, null, Refuses, advice, context);
        }
    }

    private void CheckTemplates(StatefulSetView set, StatefulSetView before, string recreate, RuleContext context)
    {
        MappingNode[] templates = [.. set.ClaimTemplates];
        MappingNode[] shipped = [.. before.ClaimTemplates];
        if (templates.Concat(shipped).Any(static template => ClaimTemplates.NameOf(template) is null)
            || IsUnclear(set.Node.At("spec", "volumeClaimTemplates"))
            || IsUnclear(before.Node.At("spec", "volumeClaimTemplates")))
        {
            return;
        }

        foreach ((MappingNode template, MappingNode then) in ClaimTemplates.Pairs(set, before))
        {
            foreach (FieldDifference difference in FieldDifference.Between(then, template).Where(static difference => !Ignored.Any(ignored => difference.Path == ignored || difference.Path.StartsWith(ignored + ".", StringComparison.Ordinal))))
            {
                bool isSize = difference.Path == "spec.resources.requests.storage";
                if ((difference.Path == "spec.volumeMode" && Or(difference.Before, "Filesystem").Equals(Or(difference.Now, "Filesystem")))
                    || (isSize && (ClaimTemplates.IsShrunk(then, template) || !IsQuantity(difference.Now))))
                {
                    continue;
                }

                FieldText field = difference.Path.StartsWith("spec.", StringComparison.Ordinal)
                    ? FieldText.Read(difference.Path.Substring("spec.".Length), "PersistentVolumeClaimSpec")
                    : FieldText.Read(difference.Path, "PersistentVolumeClaim");
                Report(
                    Phrase.Of($"{field} of the claim template '{ClaimTemplates.NameOf(template)}' of '{set.DisplayName}'"),
                    difference,
                    set,
                    template,
                    Refuses,
                    isSize ? recreate + ", and enlarge the existing claims one by one" : recreate + "; existing claims do not change",
                    context);
            }
        }

        CheckNames(set, [.. templates.Select(static template => ClaimTemplates.NameOf(template)!)], [.. shipped.Select(static template => ClaimTemplates.NameOf(template)!)], recreate, context);
    }

    private void CheckNames(StatefulSetView set, string[] now, string[] then, string recreate, RuleContext context)
    {
        string[] added = [.. now.Except(then, StringComparer.Ordinal)];
        string[] gone = [.. then.Except(now, StringComparer.Ordinal)];
        string byHand = $"{recreate}, and then delete each pod by hand, because a running pod does not get another claim";
        foreach (string name in added)
        {
            ManifestNode place = set.ClaimTemplates.First(template => ClaimTemplates.NameOf(template) == name).At("metadata", "name")!;
            string? earlier = gone.Length == 1 && added.Length == 1 ? gone[0] : NearestName.Find(name, gone);
            context.Report(this, place.Location ?? set.Name?.Location, earlier is null
                ? new RuleFinding($"The claim template '{name}' of '{set.DisplayName}'", "did not exist", "exists", Refuses, byHand.Replace("keep it", "remove it"))
                : new RuleFinding($"The claim template '{name}' of '{set.DisplayName}'", $"was called '{earlier}'", "creates new, empty claims", Refuses, byHand.Replace("keep it", "keep the name"))
                {
                    Properties = FixProperties.Replace(earlier),
                });
            gone = [.. gone.Where(other => other != earlier)];
        }

        foreach (string name in gone)
        {
            context.Report(this, set.Name?.Location, new RuleFinding($"The claim template '{name}' of '{set.DisplayName}'", "existed", "is missing", Refuses, recreate));
        }

        if (added.Length == 0 && now.Length == then.Length && !now.SequenceEqual(then, StringComparer.Ordinal))
        {
            int first = Enumerable.Range(0, now.Length).First(index => now[index] != then[index]);
            context.Report(
                this,
                set.ClaimTemplates.First(template => ClaimTemplates.NameOf(template) == now[first]).At("metadata", "name")!.Location ?? set.Name?.Location,
                new RuleFinding($"The order of the claim templates of '{set.DisplayName}'", $"was {string.Join(", ", then)}", $"is {string.Join(", ", now)}", Refuses, "keep their order"));
        }
    }

    /// <summary>An address, once given, stays: that of a headless Service is that it has none.</summary>
    private void Check(ServiceView service, ServiceView before, RuleContext context)
    {
        if (service.IsHeadless is not { } now || before.IsHeadless is not { } then || now == then || service.Type is null or "ExternalName" || before.Type is null or "ExternalName")
        {
            return;
        }

        ManifestNode? address = service.Node.At("spec", "clusterIP");
        context.Report(this, address?.Location ?? service.Name?.Location, new RuleFinding(
            $"The Service '{service.DisplayName}'",
            then ? "was headless" : "had a cluster IP",
            now ? "is headless" : "has a cluster IP",
            now || address is not null ? Refuses : "keeps the old value, because the manifest does not set it",
            $"keep it, or give the Service another name, or delete it first (kubectl delete service {service.DisplayName})"));
    }

    private void Report(Phrase what, FieldDifference difference, ObjectView owner, MappingNode? part, string refused, string advice, RuleContext context)
    {
        Location? place = difference.Location;

        // What is made of the object's name is there, and is not to be fixed there.
        bool isOwn = place is not null && place != owner.Name?.Location;
        context.Report(
            this,
            place ?? part?.At("metadata", "name")?.Location ?? part?.Location ?? owner.Name?.Location,
            new RuleFinding(
                what,
                difference.Before is null ? "was not set" : "was " + FieldDifference.Describe(difference.Before),
                difference.Now is null ? "is not set" : "is " + FieldDifference.Describe(difference.Now),
                refused,
                advice)
            {
                Properties = FixProperties.Replace(isOwn ? difference.Earlier : null),
            });
    }

    /// <summary>Whether it is one; what is none is another rule's.</summary>
    private static bool IsQuantity(ManifestNode? node) => node is ScalarNode scalar && Quantity.TryParse(scalar.Text, out Quantity quantity) && quantity.IsPositive;

    private static bool IsUnclear(ManifestNode? templates) =>
        templates is UnknownNode || (templates is SequenceNode sequence && sequence.Items.Any(static item => item is not MappingNode));

    private static ManifestNode Or(ManifestNode? node, string fallback) => node ?? ScalarNode.String(fallback);

    private static ManifestNode? NotEmpty(ManifestNode? node) => node.Is(string.Empty) ? null : node;
}
