using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Compares the objects of two manifests field by field, by what they mean to the server.</summary>
internal static class ObjectComparison
{
    /// <summary>
    /// What is written on either side. A default that only one side has says nothing by itself: it is below
    /// something that is written, and missing or extra itself.
    /// </summary>
    public static IReadOnlyList<FieldComparison> Compare(IEnumerable<JsonObject> originals, IEnumerable<JsonObject> emitted)
    {
        Dictionary<CorpusObject, Side> left = Sides(originals);
        Dictionary<CorpusObject, Side> right = Sides(emitted);
        var fields = new List<FieldComparison>();
        foreach ((CorpusObject? theirs, CorpusObject? ours) in Pairs(left, right))
        {
            Side original = theirs is { } a ? left[a] : Side.None;
            Side made = ours is { } b ? right[b] : Side.None;
            fields.AddRange(
                from path in original.Filled.Keys.Union(made.Filled.Keys).Order(StringComparer.Ordinal)
                let written = original.Written.Contains(path)
                let field = Field($"{theirs ?? ours} {path}", original.Filled.GetValueOrDefault(path), made.Filled.GetValueOrDefault(path), written)
                where written || field.Outcome == FieldOutcome.Different || (field.Outcome == FieldOutcome.Extra && made.Written.Contains(path))
                select field);
        }

        return fields;
    }

    private static FieldComparison Field(string path, string? original, string? emitted, bool written) => new(
        path,
        emitted is null ? FieldOutcome.Missing
            : original is null ? FieldOutcome.Extra
            : original == emitted ? FieldOutcome.Equal
            : FieldOutcome.Different,
        written,
        original,
        emitted);

    /// <summary>By kind and name; the one that is left of a kind on either side is the same object under another name.</summary>
    private static IEnumerable<(CorpusObject? Original, CorpusObject? Emitted)> Pairs(
        Dictionary<CorpusObject, Side> left, Dictionary<CorpusObject, Side> right)
    {
        List<CorpusObject> same = [.. left.Keys.Where(right.ContainsKey)];
        foreach (CorpusObject item in same)
        {
            yield return (item, item);
        }

        foreach (string kind in left.Keys.Concat(right.Keys).Select(static item => item.Kind).Distinct())
        {
            List<CorpusObject> theirs = [.. left.Keys.Except(same).Where(item => item.Kind == kind)];
            List<CorpusObject> ours = [.. right.Keys.Except(same).Where(item => item.Kind == kind)];
            if (theirs.Count == 1 && ours.Count == 1)
            {
                yield return (theirs[0], ours[0]);
                continue;
            }

            foreach (CorpusObject item in theirs)
            {
                yield return (item, null);
            }

            foreach (CorpusObject item in ours)
            {
                yield return (null, item);
            }
        }
    }

    private static Dictionary<CorpusObject, Side> Sides(IEnumerable<JsonObject> objects)
    {
        List<JsonObject> trees = [.. objects.Select(static tree => (JsonObject)tree.DeepClone())];
        trees.ForEach(CurrentVersion.Apply);
        List<IReadOnlyDictionary<string, string>> written = [.. trees.Select(ObjectFields.Of)];
        trees.ForEach(ServerDefaults.Fill);
        CanonicalForm.Apply(trees);
        return trees
            .Select((tree, index) => (Key: CorpusObject.Of(tree), Side: new Side(written[index].Keys.ToHashSet(StringComparer.Ordinal), ObjectFields.Of(tree))))
            .ToDictionary(static entry => entry.Key, static entry => entry.Side);
    }

    /// <param name="Written">The paths of fields that are written.</param>
    /// <param name="Filled">All fields, with those that the server fills in.</param>
    private sealed record Side(IReadOnlySet<string> Written, IReadOnlyDictionary<string, string> Filled)
    {
        public static Side None { get; } = new(new HashSet<string>(), new Dictionary<string, string>());
    }
}
