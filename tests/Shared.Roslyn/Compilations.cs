using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Tests.Shared;

/// <summary>Compilations as a project with the package would have them.</summary>
internal static class Compilations
{
    /// <summary>The framework that the tests run on, and Holdfast's own library.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsFramework(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(StatefulAppAttribute).Assembly.Location),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    /// <summary>What an example on a rule's page is compiled with: KubernetesClient only where it is about that.</summary>
    public static IEnumerable<MetadataReference> ReferencesFor(string source) => source.Contains("using k8s.Models;", StringComparison.Ordinal)
        ? References.Append(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "KubernetesClient.dll")))
        : References;

    public static CSharpCompilation Create(params string[] sources) => Create(ParseOptions, NullableContextOptions.Enable, sources);

    public static CSharpCompilation Create(CSharpParseOptions options, NullableContextOptions nullable, params string[] sources) =>
        CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"/src/File{index}.cs")),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable));

    private static bool IsFramework(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll";
}
