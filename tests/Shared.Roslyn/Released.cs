using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Tests.Shared;

/// <summary>Manifests of a last release: what the build writes for a declaration.</summary>
internal static class Released
{
    public static string Manifest(string source, string type = "Orders") => Manifest(ProjectProperties.None, source, type);

    /// <summary>In a project with these MSBuild properties.</summary>
    public static string Manifest(IReadOnlyDictionary<string, string> properties, string source, string type = "Orders") => (string)GeneratorRun.Of(properties, source).Compilation
        .GetTypeByMetadataName(type + "+Manifests")!
        .GetMembers("Yaml").OfType<IFieldSymbol>().Single()
        .ConstantValue!;

    /// <summary>Those of all types of sources, whose marks of expected findings are left out.</summary>
    public static IEnumerable<string> Manifests(string? environment, IEnumerable<string> sources)
    {
        IReadOnlyDictionary<string, string> properties = environment is null ? ProjectProperties.None : new Dictionary<string, string> { ["HoldfastEnvironment"] = environment };
        Compilation compilation = GeneratorRun.Of(properties, [.. sources.Select(static source =>
        {
            TestFileMarkupParser.GetPositionsAndSpans(source, out string content, out _, out _);
            return content;
        })]).Compilation;
        return compilation.GetSymbolsWithName("Manifests", SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .SelectMany(static type => type.GetMembers("Yaml").OfType<IFieldSymbol>())
            .Select(static field => field.ConstantValue)
            .OfType<string>();
    }
}
