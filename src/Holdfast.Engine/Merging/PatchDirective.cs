using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>What a mapping of a patch says about how it is merged: <c>$patch: delete</c> or <c>$patch: replace</c>.</summary>
internal static class PatchDirective
{
    public const string Key = "$patch";

    public const string Delete = "delete";

    public const string Replace = "replace";

    public const string Merge = "merge";

    /// <summary>The directive; merging where there is none.</summary>
    public static string Of(MappingNode patch) => patch[Key].TryGetString(out string? directive) ? directive : Merge;

    /// <summary>The fields of a mapping that stay; all others go before the patch is merged.</summary>
    public const string RetainKeys = "$retainKeys";

    /// <summary>With a list's name behind it: values that the list loses.</summary>
    public const string DeleteFromList = "$deleteFromPrimitiveList/";

    /// <summary>With a list's name behind it: the order of its items, as <c>kubectl edit</c> writes it.</summary>
    public const string SetOrder = "$setElementOrder/";

    /// <summary>Whether a field is an instruction for merging the patch, and not a field.</summary>
    public static bool IsDirective(string field) =>
        field.Length > 0 && field[0] == '$' && (field is Key or RetainKeys || field.StartsWith(DeleteFromList, StringComparison.Ordinal) || field.StartsWith(SetOrder, StringComparison.Ordinal));

    /// <summary>Whether there are such orders anywhere in a tree, which therefore is a patch and no object.</summary>
    public static bool AreIn(ManifestNode node) => OpenParts.Any(node, static mapping =>
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (IsDirective(entry.Key))
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>Whether an item of a list is nothing but a directive, which then is the list's own.</summary>
    public static bool IsAlone(ManifestNode item) => item is MappingNode { Entries.Count: 1 } mapping && mapping[Key] is not null;
}
