using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Build.Tests;

/// <summary>Compiles small assemblies to read.</summary>
internal static class TestAssembly
{
    private static readonly MetadataReference[] References =
    [
        MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
        MetadataReference.CreateFromFile(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll")),
        MetadataReference.CreateFromFile(typeof(GeneratedManifestAttribute).Assembly.Location),
    ];

    /// <summary>An application as the generator leaves it.</summary>
    /// <param name="type">The name of its type.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="yaml">The manifest.</param>
    /// <param name="prerequisites">The lines of what it needs and makes.</param>
    public static string App(string type, string fileName, string yaml = "kind: List\n", params string[] prerequisites) => $$"""
        namespace Shop
        {
            public static class {{type}}
            {
                public static class Manifests
                {
                    [global::Holdfast.GeneratedManifest({{Literal(fileName)}}{{(prerequisites.Length == 0 ? "" : ", " + Literal(string.Join('\n', prerequisites)))}})]
                    public const string Yaml = {{Literal(yaml)}};
                }
            }
        }
        """;

    public static string Compile(string path, params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            System.IO.Path.GetFileNameWithoutExtension(path),
            sources.Select(s => CSharpSyntaxTree.ParseText(s)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
