using Holdfast.Analyzers.Generation;
using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>Generators on a thousand types: the first pass, an edit elsewhere, an edit of one type.</summary>
internal static class GeneratorWorkloads
{
    public const string Cold = "cold pass";
    public const string Elsewhere = "edit elsewhere";
    public const string OneType = "edit of one type";

    public static IEnumerable<Workload> All()
    {
        (string Contender, Func<IEnumerable<ISourceGenerator>> Generators, Func<int, int, string> Source)[] contenders =
        [
            (Contender.Floor, static () => [new FloorGenerator().AsSourceGenerator()], TypeSources.Holdfast),
            (Contender.Holdfast, static () => [new StatefulAppGenerator().AsSourceGenerator()], TypeSources.Holdfast),
            (Contender.Json, PeerGenerators.Json, TypeSources.Json),
            (Contender.Mapperly, PeerGenerators.Mapperly, TypeSources.Mapperly),
            (Contender.Mvvm, PeerGenerators.Mvvm, TypeSources.Mvvm),
        ];
        foreach ((string contender, Func<IEnumerable<ISourceGenerator>> generators, Func<int, int, string> source) in contenders)
        {
            yield return new Workload(Cold, contender, () => ColdPass(generators(), source, contender != Contender.Floor));

            // Both kinds of edits are made to one project, whose first pass is not measured.
            var project = new Lazy<EditedProject>(() => new EditedProject(source));
            var driver = new Lazy<RunningDriver>(() => new RunningDriver(Driver(generators()).RunGenerators(project.Value.Compilation)));
            yield return new Workload(Elsewhere, contender, () => Edit(driver.Value, project.Value.EditElsewhere()));
            yield return new Workload(OneType, contender, () => Edit(driver.Value, project.Value.EditType()));
        }
    }

    private static Action ColdPass(IEnumerable<ISourceGenerator> generators, Func<int, int, string> source, bool generates)
    {
        GeneratorDriver driver = Driver(generators);
        CSharpCompilation compilation = EditedProject.Fresh(source);
        return () => Check(driver.RunGenerators(compilation), generates);
    }

    private static Action Edit(RunningDriver driver, CSharpCompilation edited) => () => driver.Current = driver.Current.RunGenerators(edited);

    private static GeneratorDriver Driver(IEnumerable<ISourceGenerator> generators) =>
        CSharpGeneratorDriver.Create(generators, parseOptions: Project.ParseOptions);

    /// <summary>A generator that does not do its work is fast for nothing.</summary>
    private static void Check(GeneratorDriver driver, bool generates)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        if (result.Results.FirstOrDefault(static one => one.Exception is not null).Exception is { } exception)
        {
            throw new InvalidOperationException("A generator failed.", exception);
        }

        if (generates && result.GeneratedTrees.Length < TypeSources.Count)
        {
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} files were generated for {TypeSources.Count} types.");
        }
    }

    /// <summary>A driver that has seen the project before.</summary>
    private sealed class RunningDriver(GeneratorDriver first)
    {
        public GeneratorDriver Current { get; set; } = first;
    }
}
