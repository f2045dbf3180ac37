using System.IO.Enumeration;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Patterns for paths of fields: <c>*</c> stands for any text.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path) => FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);
}
