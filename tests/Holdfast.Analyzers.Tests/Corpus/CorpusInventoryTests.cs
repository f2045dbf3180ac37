namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>No set of the corpus is forgotten, and the undeclared part only shrinks.</summary>
public class CorpusInventoryTests(ITestOutputHelper output)
{
    /// <summary>Lower it with every declaration that is written.</summary>
    private const int NotDeclared = 0;

    [Fact]
    public void EveryFullSetHasACase()
    {
        CorpusFiles.Require();
        List<string> found = [.. CorpusFiles.StatefulSets().Select(static set => $"{set.Folder}/{set.Set}")];
        Assert.Equal(28, found.Count);
        Assert.Equal(found.Order(StringComparer.Ordinal), CorpusCases.All.Select(static item => item.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoObjectBelongsToTwoSets()
    {
        CorpusFiles.Require();
        Assert.All(CorpusCases.All, static item => Assert.Equal(item.Others.Count + 1, CorpusOriginals.Of(item).Count));
        var others = CorpusCases.All.SelectMany(static item => item.Others.Select(other => $"{item.Folder} {other}")).ToList();
        Assert.Equal(others.Distinct(), others);
    }

    [Fact]
    public void TheUndeclaredPartDoesNotGrow()
    {
        int without = CorpusCases.All.Count(static item => item.Declaration is null);
        output.WriteLine($"{without} of {CorpusCases.All.Count} sets are not declared.");
        Assert.Equal(NotDeclared, without);
    }

    [Fact]
    public void EveryDeclarationBelongsToACase() =>
        Assert.Equal(CorpusDeclarations.Names, CorpusCases.Declared.Select(static item => item.Declaration!).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryMissingPartNamesAnArea() =>
        Assert.All(
            CorpusCases.Declared.SelectMany(static item => item.NotYet),
            static entry => Assert.Contains(entry.Area, AttributeAreas.All.Where(static area => !area.Exists).Select(static area => area.Name)));
}
