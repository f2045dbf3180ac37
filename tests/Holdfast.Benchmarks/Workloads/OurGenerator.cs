using Holdfast.Analyzers.Generation;
using Holdfast.Benchmarks.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>The generator before analyzers, as the compiler runs it.</summary>
internal static class OurGenerator
{
    /// <summary>One that has not run.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: Project.ParseOptions);

    /// <summary>A compilation with what is generated for it. Nothing of it is bound yet.</summary>
    public static CSharpCompilation AddTo(CSharpCompilation compilation)
    {
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        return (CSharpCompilation)updated;
    }
}
