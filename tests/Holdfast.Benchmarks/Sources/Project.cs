using Holdfast.Benchmarks.Peers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Sources;

/// <summary>A project as the compiler sees it. All is done on one thread.</summary>
internal static class Project
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        concurrentBuild: false,
        deterministic: true);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsFramework(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(StatefulAppAttribute).Assembly.Location),
        .. PeerGenerators.References,
    ];

    public static SyntaxTree Parse(string text, int file) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"/src/File{file}.cs");

    /// <summary>A compilation that knows nothing yet.</summary>
    public static CSharpCompilation Create(IEnumerable<string> files) => Create(files.Select(Parse));

    public static CSharpCompilation Create(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create("Consumer", trees, References, Options);

    private static bool IsFramework(string file) =>
        (file.StartsWith("System.", StringComparison.Ordinal) && !file.StartsWith("System.CodeDom", StringComparison.Ordinal) && !file.StartsWith("System.Management", StringComparison.Ordinal))
        || file is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll";
}
