using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Architecture;

/// <summary>A file uses a symbol.</summary>
/// <param name="File">The file that uses it.</param>
/// <param name="Symbol">What it uses, without type arguments.</param>
/// <param name="Target">The file that declares it; empty where none of the sources does.</param>
internal readonly record struct Use(string File, ISymbol Symbol, string Target)
{
    /// <summary>The documentation ids of the symbol, and of the types and namespaces around it.</summary>
    public IEnumerable<string> Ids
    {
        get
        {
            for (ISymbol? each = Symbol; each is not null; each = each.ContainingSymbol)
            {
                if (each.GetDocumentationCommentId() is { } id)
                {
                    yield return id;
                }
            }
        }
    }

    public override string ToString() => $"{File} → {(Target.Length > 0 ? Target : Symbol.ContainingAssembly?.Name)} ({Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)})";
}
