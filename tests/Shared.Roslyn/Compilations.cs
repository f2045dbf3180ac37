using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Tests.Shared;

/// <summary>Compilations as a project with the package would have them.</summary>
internal static class Compilations
{
    /// <summary>
    /// What sources of tests use of the framework. Each compilation binds its references to one another: with all 170 assemblies of the
    /// framework that was a tenth of the processor time of these tests (Roslyn 4.14).
    /// </summary>
    private static readonly string[] Framework =
    [
        "Microsoft.Win32.Primitives",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.Collections.Immutable",
        "System.ComponentModel",
        "System.ComponentModel.Primitives",
        "System.Console",
        "System.Linq",
        "System.Memory",
        "System.Net.Http",
        "System.Net.NameResolution",
        "System.Net.Primitives",
        "System.Net.Sockets",
        "System.Private.CoreLib",
        "System.Private.Uri",
        "System.Runtime",
        "System.Text.Json",
        "System.Text.RegularExpressions",
        "System.Threading",
        "netstandard",
    ];

    /// <summary>The framework that the tests run on, and Holdfast's own library.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Framework.Select(static name => MetadataReference.CreateFromFile(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"))),
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
}
