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
    public static string App(string type, string fileName, string yaml = "kind: List\n") => $$"""
        namespace Shop
        {
            public static class {{type}}
            {
                public static class Manifests
                {
                    [global::Holdfast.GeneratedManifest({{SymbolDisplay.FormatLiteral(fileName, quote: true)}})]
                    public const string Yaml = {{SymbolDisplay.FormatLiteral(yaml, quote: true)}};
                }
            }
        }
        """;

    /// <summary>What an application needs and makes, as the generator leaves it.</summary>
    public static string Prerequisites(params string[] lines) => $$"""
        namespace Shop
        {
            public static class Needs
            {
                [global::Holdfast.GeneratedPrerequisites]
                private const string Text = {{SymbolDisplay.FormatLiteral(string.Join('\n', lines), quote: true)}};
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
}
