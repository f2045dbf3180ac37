using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Which sources are ours: an analyzer sees the user's half of a type together with the generated one.</summary>
internal static class GeneratedCode
{
    /// <summary>The ending of every generated file's name.</summary>
    public const string FileNameSuffix = ".Holdfast.g.cs";

    public static bool IsGenerated(SyntaxTree tree, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return tree.FilePath.EndsWith(FileNameSuffix, StringComparison.Ordinal);
    }
}
