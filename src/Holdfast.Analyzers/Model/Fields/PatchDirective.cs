using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Model.Fields;

/// <summary>What a mapping of a patch says of how it is merged: <c>$patch: delete</c> or <c>$patch: replace</c>.</summary>
internal static class PatchDirective
{
    public const string Key = "$patch";

    public const string Delete = "delete";

    public const string Replace = "replace";

    public const string Merge = "merge";

    /// <summary>The directive; merging where there is none.</summary>
    public static string Of(MappingNode patch) => patch[Key].TryGetString(out string? directive) ? directive : Merge;

    /// <summary>Whether an item of a list is nothing but a directive, which then is the list's own.</summary>
    public static bool IsAlone(ManifestNode item) => item is MappingNode { Entries.Count: 1 } mapping && mapping[Key] is not null;
}
