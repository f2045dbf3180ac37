namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A real StatefulSet, what belongs to it, and the declaration that says the same, where there is one.</summary>
/// <param name="Folder">The corpus' folder.</param>
/// <param name="Set">The StatefulSet's name.</param>
/// <param name="Others">The Services, budgets and ConfigMaps that belong to it; each belongs to one set only.</param>
internal sealed record CorpusCase(string Folder, string Set, params IReadOnlyList<CorpusObject> Others)
{
    /// <summary>The declared type, and its file in <c>Declarations</c>; null until it is written.</summary>
    public string? Declaration { get; init; }

    /// <summary>The files of the declaration's project.</summary>
    public IReadOnlyList<CorpusText> Files { get; init; } = [];

    /// <summary>The constants beside the declaration.</summary>
    public IReadOnlyList<CorpusText> Constants { get; init; } = [];

    /// <summary>Differences that are right as they are, beside those that every declaration has.</summary>
    public IReadOnlyList<MeantDifference> Meant { get; init; } = [];

    /// <summary>What no attribute can say yet.</summary>
    public IReadOnlyList<NotYet> NotYet { get; init; } = [];

    /// <summary>What rules find in the declaration, and why it stays: the original is like that. Suggestions are not listed.</summary>
    public IReadOnlyList<TrueFinding> Findings { get; init; } = [];

    public static CorpusObject Service(string name) => new(CorpusObject.Service, name);

    public static CorpusObject Budget(string name) => new(CorpusObject.DisruptionBudget, name);

    public static CorpusObject ConfigMap(string name) => new(CorpusObject.ConfigMap, name);

    public override string ToString() => $"{Folder}/{Set}";
}
