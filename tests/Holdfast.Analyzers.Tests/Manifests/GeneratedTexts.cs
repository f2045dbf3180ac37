using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The texts of declared applications of one project, also of objects that KubernetesClient has no class for.</summary>
internal sealed class GeneratedTexts
{
    private readonly Assembly _assembly;

    private GeneratedTexts(Assembly assembly) => _assembly = assembly;

    public static GeneratedTexts Of(string source, params ImmutableArray<ProjectText> files)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create("using Holdfast;\n" + source), files);
        Assert.Empty(run.Problems);
        using var image = new MemoryStream();
        Assert.True(run.Compilation.Emit(image).Success);
        image.Position = 0;
        return new GeneratedTexts(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    public string Yaml(string type = "A") => Constant(type, "Yaml")!;

    public string? NamespaceYaml(string type = "A") => Constant(type, "NamespaceYaml");

    public IReadOnlyList<Prerequisite> Prerequisites(string type = "A") =>
        (IReadOnlyList<Prerequisite>)Manifests(type).GetProperty("Prerequisites")!.GetValue(null)!;

    /// <summary>The document of a kind, without what stands before it.</summary>
    public string Object(string kind, string type = "A") => Yaml(type).Split("---\n").Single(document => document.Contains($"\nkind: {kind}\n", StringComparison.Ordinal));

    public IEnumerable<string> Kinds(string type = "A") =>
        Yaml(type).Split('\n').Where(static line => line.StartsWith("kind: ", StringComparison.Ordinal)).Select(static line => line["kind: ".Length..]);

    private string? Constant(string type, string name) => (string?)Manifests(type).GetField(name)?.GetRawConstantValue();

    private Type Manifests(string type) => _assembly.GetType(type, throwOnError: true)!.GetNestedType("Manifests")!;
}
