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
            yield return new Workload(Elsewhere, contender, Edits(generators, source, static project => project.EditElsewhere()));
            yield return new Workload(OneType, contender, Edits(generators, source, static project => project.EditType()));
        }
    }

    private static Action ColdPass(IEnumerable<ISourceGenerator> generators, Func<int, int, string> source, bool generates)
    {
        GeneratorDriver driver = Driver(generators);
        CSharpCompilation compilation = EditedProject.Fresh(source);
        return () => Check(driver.RunGenerators(compilation), generates);
    }

    private static Func<Action> Edits(Func<IEnumerable<ISourceGenerator>> generators, Func<int, int, string> source, Func<EditedProject, CSharpCompilation> edit)
    {
        EditedProject? project = null;
        GeneratorDriver? driver = null;
        return () =>
        {
            if (project is null)
            {
                project = new EditedProject(source);
                driver = Driver(generators()).RunGenerators(project.Compilation);
            }

            CSharpCompilation edited = edit(project);
            return () => driver = driver!.RunGenerators(edited);
        };
    }

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
}
