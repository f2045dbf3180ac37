using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>
/// Analyzers in an open editor: after each edit of a document an IDE asks the compiler and them about that document, in a compilation that
/// the generator has seen. The first nine edits do not count, and the compiler's own answer is not measured.
/// </summary>
internal static class EditorWorkloads
{
    public const string Elsewhere = "10th edit of a file that declares nothing";
    public const string OneType = "10th edit of a declared type";

    private const int EditsBefore = 9;

    public static IEnumerable<Workload> All() =>
    [
        Of(Elsewhere, Contender.Idle, static () => [new IdleAnalyzer()], static project => project.EditElsewhere()),
        Of(Elsewhere, Contender.Holdfast, static () => [new IdleAnalyzer(), .. AnalyzerRun.Ours], static project => project.EditElsewhere()),
        Of(OneType, Contender.Idle, static () => [new IdleAnalyzer()], static project => project.EditType()),
        Of(OneType, Contender.Holdfast, static () => [new IdleAnalyzer(), .. AnalyzerRun.Ours], static project => project.EditType()),
    ];

    private static Workload Of(string scenario, string contender, Func<DiagnosticAnalyzer[]> analyzers, Func<EditedProject, CSharpCompilation> edit)
    {
        var editor = new Lazy<Editor>(() => new Editor(analyzers(), edit));
        return new Workload(scenario, contender, () => editor.Value.Edit());
    }

    /// <summary>A project of a thousand types with one document open.</summary>
    private sealed class Editor
    {
        private readonly DiagnosticAnalyzer[] _analyzers;

        private readonly Func<EditedProject, CSharpCompilation> _edit;

        private readonly EditedProject _project = new(TypeSources.Holdfast);

        private GeneratorDriver _driver = OurGenerator.Driver();

        public Editor(DiagnosticAnalyzer[] analyzers, Func<EditedProject, CSharpCompilation> edit)
        {
            _analyzers = analyzers;
            _edit = edit;
            for (int i = 0; i < EditsBefore; i++)
            {
                Edit()();
            }
        }

        /// <summary>Edits the document, runs the generator and asks the compiler, and gives back what asks the analyzers.</summary>
        public Action Edit()
        {
            CSharpCompilation before = _project.Compilation;
            CSharpCompilation edited = _edit(_project);
            SyntaxTree document = edited.SyntaxTrees.Single(tree => !before.ContainsSyntaxTree(tree));
            _driver = _driver.RunGeneratorsAndUpdateCompilation(edited, out Compilation updated, out _);
            updated.GetSemanticModel(document).GetDiagnostics();
            return () => AnalyzerRun.AnalyzeDocument(_analyzers, (CSharpCompilation)updated, document);
        }
    }
}
