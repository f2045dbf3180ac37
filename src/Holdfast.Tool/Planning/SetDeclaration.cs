using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Tool.Planning;

/// <summary>From a StatefulSet's manifest to what a scale plan is made of.</summary>
internal static class SetDeclaration
{
    /// <param name="view">The StatefulSet.</param>
    /// <param name="problem">Why there is none, as the rest of a sentence; null where there is one.</param>
    public static StatefulSetInfo? Read(StatefulSetView view, out string? problem)
    {
        ManifestNode? spec = view.Node["spec"];
        ManifestNode?[] needed =
        [
            view.Name, view.Namespace, spec.At("serviceName"), spec.At("replicas"), spec.At("ordinals", "start"), spec.At("podManagementPolicy"), spec.At("updateStrategy"),
            spec.At("updateStrategy", "type"), spec.At("updateStrategy", "rollingUpdate", "partition"), spec.At("minReadySeconds"), spec.At("volumeClaimTemplates"),
            spec.At("persistentVolumeClaimRetentionPolicy"), .. view.ClaimTemplates.Select(static template => template.At("metadata", "name")),
        ];
        if (needed.Any(static node => node is UnknownNode))
        {
            problem = "some of its fields are filled in elsewhere";
            return null;
        }

        try
        {
            problem = null;
            return new StatefulSetInfo(view.DisplayName)
            {
                Namespace = Text(view.Namespace),
                ServiceName = Text(spec.At("serviceName")) ?? string.Empty,
                Replicas = Number(spec.At("replicas")) ?? 1,
                OrdinalStart = Number(spec.At("ordinals", "start")) ?? 0,
                PodManagementPolicy = Text(spec.At("podManagementPolicy")) == "Parallel" ? PodManagementPolicy.Parallel : PodManagementPolicy.OrderedReady,
                ClaimTemplates = [.. view.ClaimTemplates.Select(static template => Text(template.At("metadata", "name")) ?? string.Empty)],
                ClaimsWhenScaled = Retention(spec, "whenScaled"),
                ClaimsWhenDeleted = Retention(spec, "whenDeleted"),
                UpdateStrategy = Text(spec.At("updateStrategy", "type")) == "OnDelete" ? UpdateStrategy.OnDelete : UpdateStrategy.RollingUpdate,
                UpdatePartition = Number(spec.At("updateStrategy", "rollingUpdate", "partition")) ?? 0,
                UpdateMaxUnavailable = Number(spec.At("updateStrategy", "rollingUpdate", "maxUnavailable")) ?? 0,
                UpdateMaxUnavailablePercent = Percent(spec.At("updateStrategy", "rollingUpdate", "maxUnavailable")),
                MinReadySeconds = Number(spec.At("minReadySeconds")) ?? 0,
            };
        }
        catch (ArgumentException exception)
        {
            problem = exception.Message.Split('\n')[0];
            return null;
        }
    }

    private static ClaimRetention Retention(ManifestNode? spec, string field) =>
        Text(spec.At("persistentVolumeClaimRetentionPolicy", field)) == "Delete" ? ClaimRetention.Delete : ClaimRetention.Retain;

    private static string? Text(ManifestNode? node) => node.TryGetString(out string? text) ? text : null;

    private static int? Number(ManifestNode? node) => node.TryGetInteger(out long number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    private static int Percent(ManifestNode? node) =>
        Text(node) is [.. var digits, '%'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int percent) && percent <= 100 ? percent : 0;
}
