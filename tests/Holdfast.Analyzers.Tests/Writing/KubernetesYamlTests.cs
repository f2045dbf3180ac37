using CsCheck;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using k8s;
using k8s.Models;
using static Holdfast.Analyzers.Tests.Writing.Nodes;

namespace Holdfast.Analyzers.Tests.Writing;

/// <summary>The .NET client's strict models read what is written.</summary>
public class KubernetesYamlTests
{
    // All but "<<": the client takes that for a merge key even in quotes, where it is a value like any other.
    private static readonly string[] Values =
    [
        "", "y", "No", "null", "~", "080", "0x1F", "1e3", ".inf", "12:30", "2024-01-01", "=", " a ", "a: b", "a:", "# a",
        "---", "*", "{{ .Values.x }}", "a\tb", "a\nb", "a\n\n", " a\nb\n", "\n\ta\n", "a\r\nb\r\n", "\u0085\u2028\uFEFF\0",
        "\"quoted\" and 'quoted' \\", "\U0001F600", "plain: no # really",
    ];

    [Fact]
    public void AConfigMapsValues_ComeBack()
    {
        MappingNode data = Map([.. Values.Select((value, index) => ($"key{index}", (ManifestNode)Text(value)))]);
        string yaml = YamlWriter.Write([ConfigMap(data)]);

        V1ConfigMap read = KubernetesYaml.Deserialize<V1ConfigMap>(yaml, strict: true);

        Assert.Equal("nasty", read.Metadata.Name);
        Assert.Equal(Values, read.Data.Values);
    }

    [Fact]
    public void AnyConfigMapValue_ComesBack() => NastyText.Any.Where(CanComeBack).Sample(
        text =>
        {
            string yaml = YamlWriter.Write([ConfigMap(Map(("key", Text(text))))]);
            Assert.Equal(text, KubernetesYaml.Deserialize<V1ConfigMap>(yaml, strict: true).Data["key"]);
        },
        iter: 300);

    private static MappingNode ConfigMap(MappingNode data) => Map(
        ("apiVersion", Text("v1")),
        ("kind", Text("ConfigMap")),
        ("metadata", Map(("name", Text("nasty")))),
        ("data", data));

    private static bool CanComeBack(string text) => text != "<<" && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
