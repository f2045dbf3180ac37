namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>
/// A long text of an original. Nothing of the corpus is copied, so it is read where the corpus is, and handed to the
/// declaration as a file of its project or as a constant beside it.
/// </summary>
/// <param name="Name">The file's path, or the constant's name in the class <c>Texts</c>.</param>
/// <param name="Object">The object that has it.</param>
/// <param name="Path">Where in the object it is; numbers count items.</param>
internal sealed record CorpusText(string Name, CorpusObject Object, params IReadOnlyList<string> Path)
{
    /// <summary>The entries of a ConfigMap, as files in a folder of its name.</summary>
    public static IReadOnlyList<CorpusText> Entries(string configMap, params IEnumerable<string> keys) =>
        [.. keys.Select(key => new CorpusText($"{configMap}/{key}", CorpusCase.ConfigMap(configMap), "data", key))];
}
