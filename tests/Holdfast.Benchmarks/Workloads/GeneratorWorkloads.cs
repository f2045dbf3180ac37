using Holdfast.Analyzers.Generation;
using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>
/// Generators on a thousand types: the first pass, what it takes to hand its code over to the compiler and to bind it, an edit
/// elsewhere, and an edit of one type.
/// </summary>
internal static class GeneratorWorkloads
{
    public const string Cold = "first pass, generator alone";
    public const string HandedOver = "first pass, code handed over and parsed";
    public const string Bound = "binding of all code after it";
    public const string Elsewhere = "edit elsewhere, code handed over";
    public const string OneType = "edit of one type, code handed over";

    /// <summary>Rounds of generators that take so long that more of them would tell nothing.</summary>
    private const int PeerRounds = 2;

    /// <summary>What Holdfast generates, by the names of types.</summary>
    private static readonly Lazy<Dictionary<string, string>> Texts = new(static () => Holdfast(EditedProject.Fresh(TypeSources.Holdfast)));

    public static IEnumerable<Workload> All()
    {
        (string Contender, Func<IEnumerable<ISourceGenerator>> Generators, Func<int, int, string> Source, int? Rounds)[] contenders =
        [
            (Contender.Floor, static () => [FloorGenerator.OfOneLine().AsSourceGenerator()], TypeSources.Holdfast, null),
            (Contender.TextFloor, static () => [FloorGenerator.OfTexts(Texts.Value).AsSourceGenerator()], TypeSources.Holdfast, null),
            (Contender.Holdfast, static () => [new StatefulAppGenerator().AsSourceGenerator()], TypeSources.Holdfast, null),
            (Contender.Json, PeerGenerators.Json, TypeSources.Json, PeerRounds),
            (Contender.Mapperly, PeerGenerators.Mapperly, TypeSources.Mapperly, PeerRounds),
            (Contender.Mvvm, PeerGenerators.Mvvm, TypeSources.Mvvm, PeerRounds),
        ];
        return contenders.SelectMany(static one => Of(one.Contender, one.Generators, one.Source).Select(workload => workload with { Rounds = one.Rounds }));
    }

    /// <summary>How many bytes are generated for a type, and how many of them are YAML.</summary>
    public static (int All, int Yaml) BytesOfOneType()
    {
        string text = Texts.Value["Orders17"];
        IEnumerable<string> literals = CSharpSyntaxTree.ParseText(text, Project.ParseOptions).GetRoot()
            .DescendantTokens()
            .Select(static token => token.Text)
            .Where(static token => token.Contains("apiVersion:", StringComparison.Ordinal));
        return (Bytes(text), literals.Sum(Bytes));

        static int Bytes(string characters) => System.Text.Encoding.UTF8.GetByteCount(characters);
    }

    private static IEnumerable<Workload> Of(string contender, Func<IEnumerable<ISourceGenerator>> generators, Func<int, int, string> source)
    {
        yield return new Workload(Cold, contender, () =>
        {
            GeneratorDriver driver = Driver(generators());
            CSharpCompilation compilation = EditedProject.Fresh(source);
            return () => Check(driver.RunGenerators(compilation));
        });
        yield return new Workload(HandedOver, contender, () =>
        {
            GeneratorDriver driver = Driver(generators());
            CSharpCompilation compilation = EditedProject.Fresh(source);
            return () => HandOver(driver, compilation);
        });
        yield return new Workload(Bound, contender, () =>
        {
            Compilation updated = HandOver(Driver(generators()), EditedProject.Fresh(source)).Compilation;
            return () => updated.GetDiagnostics();
        });

        // Both kinds of edits are made to one project, whose first pass is not measured.
        var edited = new Lazy<EditedDriver>(() => new EditedDriver(generators(), source));
        yield return new Workload(Elsewhere, contender, () => edited.Value.EditElsewhere());
        yield return new Workload(OneType, contender, () => edited.Value.EditType());
    }

    private static GeneratorDriver Driver(IEnumerable<ISourceGenerator> generators) =>
        CSharpGeneratorDriver.Create(generators, parseOptions: Project.ParseOptions);

    /// <summary>What the compiler does between the generators and binding: it takes the generated code in, which is parsed for it.</summary>
    private static (GeneratorDriver Driver, Compilation Compilation) HandOver(GeneratorDriver driver, CSharpCompilation compilation)
    {
        GeneratorDriver ran = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        foreach (SyntaxTree tree in updated.SyntaxTrees.Skip(compilation.SyntaxTrees.Length))
        {
            tree.GetRoot();
        }

        Check(ran);
        return (ran, updated);
    }

    private static Dictionary<string, string> Holdfast(CSharpCompilation compilation) =>
        Driver([new StatefulAppGenerator().AsSourceGenerator()])
            .RunGenerators(compilation)
            .GetRunResult()
            .GeneratedTrees
            .ToDictionary(static tree => Path.GetFileName(tree.FilePath).Split('.')[^4], static tree => tree.ToString());

    /// <summary>A generator that does not do its work is fast for nothing.</summary>
    private static void Check(GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        if (result.Results.FirstOrDefault(static one => one.Exception is not null).Exception is { } exception)
        {
            throw new InvalidOperationException("A generator failed.", exception);
        }

        if (result.GeneratedTrees.Length < TypeSources.Count)
        {
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} files were generated for {TypeSources.Count} types.");
        }
    }

    /// <summary>A driver that has seen the project before.</summary>
    private sealed class EditedDriver
    {
        private readonly EditedProject _project;

        private GeneratorDriver _driver;

        public EditedDriver(IEnumerable<ISourceGenerator> generators, Func<int, int, string> source)
        {
            _project = new EditedProject(source);
            _driver = HandOver(Driver(generators), _project.Compilation).Driver;
        }

        public Action EditElsewhere() => Edit(_project.EditElsewhere());

        public Action EditType() => Edit(_project.EditType());

        private Action Edit(CSharpCompilation edited) => () => _driver = HandOver(_driver, edited).Driver;
    }
}
