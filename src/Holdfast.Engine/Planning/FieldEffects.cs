using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules.Upgrades;

namespace Holdfast.Engine.Planning;

/// <summary>
/// What applying a change of a field does, by the kind of the object. What is said to be refused was refused by an API server
/// of 1.36 (docs/kubernetes/validation.md); what Kubernetes documents and was not tried is said to be documented.
/// </summary>
internal static class FieldEffects
{
    private const string Refused = "the API server refuses the change (422 Forbidden)";

    private const string Documented = "Kubernetes documents the field as immutable, so expect the change to fail";

    /// <summary>What a StatefulSet may change; everything else of its spec is fixed.</summary>
    private static readonly string[] Mutable =
        ["replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds"];

    /// <summary>Fields that Kubernetes documents as fixed, by kind.</summary>
    private static readonly Dictionary<string, string[]> DocumentedAsFixed = new(StringComparer.Ordinal)
    {
        ["DaemonSet"] = ["spec.selector"],
        ["ReplicaSet"] = ["spec.selector"],
        ["Job"] = ["spec.selector", "spec.template", "spec.completionMode", "spec.podFailurePolicy", "spec.backoffLimitPerIndex", "spec.managedBy"],
        ["RoleBinding"] = ["roleRef"],
        ["ClusterRoleBinding"] = ["roleRef"],
        ["StorageClass"] = ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"],
    };

    public static FieldEffect Of(ObjectChange changed, FieldChange change) => changed.KindName switch
    {
        StatefulSetView.Kind => OfStatefulSet(changed, change),
        DeploymentView.Kind => OfDeployment(change),
        "DaemonSet" when change.Path.IsIn("spec.template") => new FieldEffect(EffectKind.ReplacesPods, "the pods are replaced node by node"),
        "CronJob" when change.Path.IsIn("spec.jobTemplate") => new FieldEffect(EffectKind.InPlace, "the next Job gets it"),
        ClaimView.Kind => OfClaim(change),
        ServiceView.Kind when change.Path.IsIn("spec.clusterIP") => OfAddress(changed, change),
        ConfigMapView.Kind or SecretView.Kind => OfConfig(changed, change),
        var kind when DocumentedAsFixed.TryGetValue(kind, out string[]? fields) && fields.Any(change.Path.IsIn) =>
            new FieldEffect(EffectKind.Refused, Documented) { Advice = "delete the object first, or give it another name" },
        _ => new FieldEffect(EffectKind.InPlace, "changed in place"),
    };

    private static FieldEffect OfStatefulSet(ObjectChange changed, FieldChange change)
    {
        string recreate = $"recreate the StatefulSet without deleting its pods (kubectl delete statefulset {changed.Name} --cascade=orphan, then apply)";
        return change.Path switch
        {
            var path when path.IsIn("spec.template") => new FieldEffect(EffectKind.ReplacesPods, "the pod template changes, so pods are replaced"),
            var path when path.IsIn("spec.replicas") => new FieldEffect(EffectKind.Scales, "the number of replicas changes"),
            var path when path.IsIn("spec.ordinals") => new FieldEffect(EffectKind.Scales, "the replicas get other ordinals, and so other names and claims"),
            var path when path.IsIn("spec.selector") => new FieldEffect(EffectKind.Refused, Refused)
            {
                Advice = "keep it: a recreated StatefulSet would not adopt its pods, and they would hold the names of the new ones",
                RuleId = FixedFieldRule.Id,
            },
            var path when path.IsIn("spec.volumeClaimTemplates") => OfClaimTemplate(change, recreate),
            var path when path.IsIn("spec.updateStrategy") => new FieldEffect(EffectKind.InPlace, "updates go on in another way, and no pod restarts for it"),
            var path when path.IsIn("spec.persistentVolumeClaimRetentionPolicy") => new FieldEffect(EffectKind.InPlace, "the owners of the replicas' claims change at once"),
            { Steps: [{ Field: "spec" }, { Field: { } field }, ..] } when !Mutable.Contains(field) => new FieldEffect(EffectKind.Refused, Refused)
            {
                Advice = recreate,
                RuleId = FixedFieldRule.Id,
            },
            _ => new FieldEffect(EffectKind.InPlace, "changed in place"),
        };
    }

    private static FieldEffect OfClaimTemplate(FieldChange change, string recreate)
    {
        bool isSize = change.Path.IsIn("spec.volumeClaimTemplates.spec.resources.requests.storage");
        return isSize && Compare(change) < 0
            ? new FieldEffect(EffectKind.Refused, Refused + ", and an existing claim never gets smaller") { Advice = "keep the size, or move the data to claims with another name", RuleId = ShrunkClaimRule.Id }
            : new FieldEffect(EffectKind.Refused, Refused)
            {
                Advice = change switch
                {
                    _ when isSize => "enlarge the existing claims one by one, then " + recreate,
                    { Kind: FieldChangeKind.Added, Path.Steps: [_, _, { Item: not null }] } => recreate + ", and then delete each pod by hand, because a running pod does not get another claim",
                    _ => recreate + "; existing claims do not change",
                },
                RuleId = FixedFieldRule.Id,
            };
    }

    private static FieldEffect OfDeployment(FieldChange change) => change.Path switch
    {
        var path when path.IsIn("spec.selector") => new FieldEffect(EffectKind.Refused, Refused) { Advice = "keep it, or give the Deployment another name", RuleId = FixedFieldRule.Id },
        var path when path.IsIn("spec.template") => new FieldEffect(EffectKind.ReplacesPods, "the pod template changes, so a new ReplicaSet replaces the pods"),
        var path when path.IsIn("spec.replicas") => new FieldEffect(EffectKind.Scales, "the number of pods changes"),
        _ => new FieldEffect(EffectKind.InPlace, "changed in place"),
    };

    private static FieldEffect OfClaim(FieldChange change)
    {
        if (change.Path.IsIn("spec.resources.requests.storage") && Compare(change) is { } order)
        {
            return order < 0
                ? new FieldEffect(EffectKind.Refused, Refused + ", and an existing claim never gets smaller") { Advice = "keep the size, or move the data to another claim", RuleId = ShrunkClaimRule.Id }
                : new FieldEffect(EffectKind.InPlace, "the volume grows where its StorageClass allows expansion; elsewhere the API server refuses it (403 Forbidden)");
        }

        if (!change.Path.IsIn("spec") || change.Path.IsIn("spec.resources") || change.Path.IsIn("spec.volumeAttributesClassName"))
        {
            return new FieldEffect(EffectKind.InPlace, "changed in place");
        }

        return change is { Before: not null, After: not null }
            ? new FieldEffect(EffectKind.Refused, Refused) { Advice = "keep it, or move the data to a claim of another name", RuleId = FixedFieldRule.Id }
            : new FieldEffect(EffectKind.Kept, "the claim keeps what it has");
    }

    /// <summary>An address, once given, stays: that of a headless Service is that it has none.</summary>
    private static FieldEffect OfAddress(ObjectChange changed, FieldChange change) =>
        changed.Node.At("spec", "type").Is("ExternalName") || changed.Before.At("spec", "type").Is("ExternalName") ? new FieldEffect(EffectKind.InPlace, "changed in place")
        : change.After is null ? new FieldEffect(EffectKind.Kept, "the Service keeps the old value, because the manifest does not set it")
        {
            Advice = $"give the Service another name, or delete it first (kubectl delete service {changed.Name})",
            RuleId = FixedFieldRule.Id,
        }
        : new FieldEffect(EffectKind.Refused, Refused)
        {
            Advice = $"keep it, or give the Service another name, or delete it first (kubectl delete service {changed.Name})",
            RuleId = FixedFieldRule.Id,
        };

    private static FieldEffect OfConfig(ObjectChange changed, FieldChange change)
    {
        bool isEntry = change.Path.IsIn("data") || change.Path.IsIn("binaryData") || change.Path.IsIn("stringData");
        return changed.Before!["immutable"].IsTrue() && (isEntry || change.Path.IsIn("immutable"))
            ? new FieldEffect(EffectKind.Refused, $"the {changed.KindName} is immutable, and {Refused}") { Advice = $"put the new entries into a {changed.KindName} with another name", RuleId = FixedFieldRule.Id }
            : changed.KindName == SecretView.Kind && change.Path.IsIn("type") ? new FieldEffect(EffectKind.Refused, Refused) { Advice = "give the Secret another name, or delete it first" }
            : new FieldEffect(EffectKind.InPlace, "changed in place");
    }

    /// <summary>Whether a size gets smaller or larger; null where one of them is none.</summary>
    private static int? Compare(FieldChange change) =>
        change is { Before: ScalarNode before, After: ScalarNode after } && Quantity.TryParse(before.Text, out Quantity had) && Quantity.TryParse(after.Text, out Quantity asks)
            ? asks.CompareTo(had)
            : null;
}
