using Microsoft.CodeAnalysis;

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
}
