using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>What the declarations of a snippet make.</summary>
internal static class SnippetObjects
{
    public static GeneratorRun Run(string snippet) => GeneratorRun.Of("using Holdfast;\n\n" + snippet);

    /// <summary>The texts of the manifests, one for each type.</summary>
    public static IEnumerable<string> Texts(string snippet) => Run(snippet).Compilation.GlobalNamespace.GetTypeMembers()
        .SelectMany(static type => type.GetTypeMembers("Manifests"))
        .SelectMany(static manifests => manifests.GetMembers("Yaml"))
        .OfType<IFieldSymbol>()
        .Select(static yaml => (string)yaml.ConstantValue!);

    public static IEnumerable<MappingNode> Of(string snippet)
    {
        foreach (string text in Texts(snippet))
        {
            YamlReading reading = YamlReader.Read(text);
            Assert.Empty(reading.Problems);
            foreach (MappingNode node in reading.Documents)
            {
                yield return node;
            }
        }
    }
}
