namespace Holdfast;

/// <summary>What changes, in words.</summary>
internal static class ScaleChangeText
{
    public static string Of(ScaleChange change)
    {
        if (change.IsDeletion)
        {
            return change.Kind == ScaleChangeKind.Orphaning ? "the set is deleted and its pods stay" : "the set is deleted";
        }

        if (change.Kind == ScaleChangeKind.Creation)
        {
            return $"the set is created with {Describe.Number(change.To)} {(change.To == 1 ? "replica" : "replicas")}"
                + (change.Options.Template == TemplateChange.Broken ? " and a template that does not become Ready" : "");
        }

        string[] changes = [.. Changes(change)];
        string size = Arrow(change.From, change.To);
        return changes.Length == 0 ? size
            : change.From == change.To ? string.Join(", ", changes)
            : $"{size}, {string.Join(", ", changes)}";
    }

    private static IEnumerable<string> Changes(ScaleChange change)
    {
        (StatefulSetInfo before, StatefulSetInfo after) = (change.Before, change.After);
        if (before.OrdinalStart != after.OrdinalStart)
        {
            yield return "first ordinal " + Arrow(before.OrdinalStart, after.OrdinalStart);
        }

        if (change.Options.Template != TemplateChange.None)
        {
            yield return change.Options.Template switch
            {
                TemplateChange.Broken => "new template that does not become Ready",
                TemplateChange.RolledBack => "rolled back to the previous template",
                _ => "new template",
            };
        }

        if (before.UpdateStrategy != after.UpdateStrategy)
        {
            yield return $"{before.UpdateStrategy} → {after.UpdateStrategy}";
        }

        if (before.UpdatePartition != after.UpdatePartition)
        {
            yield return "partition " + Arrow(before.UpdatePartition, after.UpdatePartition);
        }

        if ((before.UpdateMaxUnavailable, before.UpdateMaxUnavailablePercent) != (after.UpdateMaxUnavailable, after.UpdateMaxUnavailablePercent))
        {
            yield return $"maxUnavailable {MaxUnavailable(before)} → {MaxUnavailable(after)}";
        }

        if (before.MinReadySeconds != after.MinReadySeconds)
        {
            yield return "minReadySeconds " + Arrow(before.MinReadySeconds, after.MinReadySeconds);
        }

        if (before.ClaimsWhenScaled != after.ClaimsWhenScaled)
        {
            yield return $"claims when scaled {before.ClaimsWhenScaled} → {after.ClaimsWhenScaled}";
        }

        if (before.ClaimsWhenDeleted != after.ClaimsWhenDeleted)
        {
            yield return $"claims when deleted {before.ClaimsWhenDeleted} → {after.ClaimsWhenDeleted}";
        }

        if (change.Immutable.Count > 0)
        {
            yield return "deleted and created again for " + string.Join(", ", change.Immutable);
        }
    }

    private static string MaxUnavailable(StatefulSetInfo set) =>
        set.UpdateMaxUnavailable == 0 && set.UpdateMaxUnavailablePercent > 0
            ? $"{Describe.Number(set.UpdateMaxUnavailablePercent)} %"
            : Describe.Number(Math.Max(1, set.UpdateMaxUnavailable));

    private static string Arrow(int from, int to) => $"{Describe.Number(from)} → {Describe.Number(to)}";
}
