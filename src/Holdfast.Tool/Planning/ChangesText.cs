using System.Globalization;
using System.Text;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;

namespace Holdfast.Tool.Planning;

/// <summary>The objects that differ and each field that does, as a list.</summary>
internal static class ChangesText
{
    public static string Of(ReleasePlan plan)
    {
        var text = new StringBuilder();
        foreach (ObjectChange changed in plan.Changes)
        {
            Append(text, changed, plan);
        }

        foreach (string folder in plan.Before.Unknown.Concat(plan.After.Unknown).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append($"- {PlanValues.Code(folder)} is not compared: something changes its objects that Holdfast does not read.\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ObjectChange changed, ReleasePlan plan)
    {
        text.Append("- ").Append(changed.Kind switch
        {
            ObjectChangeKind.Added => $"{changed} is created.",
            ObjectChangeKind.Removed => $"{changed} is no longer among the manifests: `kubectl apply` leaves it in the cluster, and what prunes deletes it.",
            _ => $"{changed}",
        }).Append('\n');
        foreach (FieldChange change in changed.Fields)
        {
            FieldEffect effect = FieldEffects.Of(changed, change);
            text.Append($"  - {PlanValues.Code(change.Path.ToString())}: {PlanValues.Of(changed, change)}")
                .Append(effect.Kind == EffectKind.InPlace && effect.Consequence == "changed in place" ? string.Empty : $"; {effect.Consequence}")
                .Append('\n');
        }

        if (!changed.Unknown.IsEmpty)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"  - {changed.Unknown.Length} field{(changed.Unknown.Length == 1 ? "" : "s")} not compared, since something else fills them in: "))
                .AppendJoin(", ", changed.Unknown.Take(5).Select(static path => PlanValues.Code(path.ToString())))
                .Append(changed.Unknown.Length > 5 ? ", …\n" : "\n");
        }

        foreach (string line in Rollout(changed).Concat(Readers(changed, plan)))
        {
            text.Append($"  - {line}\n");
        }
    }

    /// <summary>How a Deployment replaces its pods.</summary>
    private static IEnumerable<string> Rollout(ObjectChange changed)
    {
        if (changed.KindName != DeploymentView.Kind || !changed.Fields.Any(static change => change.Path.IsIn("spec.template")))
        {
            yield break;
        }

        ManifestNode? strategy = changed.After.At("spec", "strategy");
        if (strategy.At("type").Is("Recreate"))
        {
            yield return "All old pods are deleted before the first new one is created (Recreate).";
            yield break;
        }

        string surge = Text(strategy.At("rollingUpdate", "maxSurge"));
        string away = Text(strategy.At("rollingUpdate", "maxUnavailable"));
        yield return $"Pods are replaced in no order, under new names: up to {surge} more than `replicas` at once, and up to {away} fewer Ready (rolling update).";
    }

    /// <summary>Which pods read a ConfigMap or Secret that changes, and when they see the change.</summary>
    private static IEnumerable<string> Readers(ObjectChange changed, ReleasePlan plan)
    {
        if (changed is not { Kind: ObjectChangeKind.Changed, KindName: ConfigMapView.Kind or SecretView.Kind } || changed.Fields.IsEmpty)
        {
            yield break;
        }

        foreach (ConfigReader reader in ConfigReader.Of(new PlainView(changed.Node), plan.After.Objects))
        {
            string who = $"{reader.Owner.KindName} {reader.Owner.DisplayName}";
            if (reader.InVariables)
            {
                yield return $"{who} reads it into environment variables: running containers keep the old values, and no pod restarts by itself. To do: `kubectl rollout restart {reader.Owner.KindName.ToLowerInvariant()} {reader.Owner.DisplayName}`.";
            }

            if (reader.InSinglePaths)
            {
                yield return $"{who} mounts single files of it (`subPath`): running containers keep the old files until they restart.";
            }

            if (reader.InFiles)
            {
                yield return $"{who} mounts it as files, which follow the change within about a minute; no pod restarts.";
            }
        }
    }

    private static string Text(ManifestNode? node) => node is ScalarNode scalar ? scalar.Text : "25%";
}
