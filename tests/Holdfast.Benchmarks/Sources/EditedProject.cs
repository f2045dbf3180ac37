using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Sources;

/// <summary>A project of a thousand types under edit. Each edit is a text that was not there before.</summary>
/// <param name="source">The text of a type, by its number and that of the edit.</param>
internal sealed class EditedProject(Func<int, int, string> source)
{
    private const int EditedType = 500;

    private int _edit;

    /// <summary>As it is first seen: parsed, and nothing more.</summary>
    public CSharpCompilation Compilation { get; private set; } = Fresh(source);

    public static CSharpCompilation Fresh(Func<int, int, string> source) => Project.Create(
    [
        .. Enumerable.Range(0, TypeSources.Count).Select(type => source(type, 0)),
        TypeSources.Elsewhere(0),
    ]);

    /// <summary>Edits the body of a method in a file that declares nothing.</summary>
    public CSharpCompilation EditElsewhere() => Replace(TypeSources.Count, TypeSources.Elsewhere(++_edit));

    /// <summary>Edits one of the types.</summary>
    public CSharpCompilation EditType() => Replace(EditedType, source(EditedType, ++_edit));

    private CSharpCompilation Replace(int file, string text)
    {
        SyntaxTree old = Compilation.SyntaxTrees[file];
        return Compilation = Compilation.ReplaceSyntaxTree(old, Project.Parse(text, file));
    }
}
