using System.Collections.Immutable;
using Holdfast.Benchmarks.Sources;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using k8s;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>The YAML writer and reader on 200 manifests of two objects.</summary>
internal static class YamlWorkloads
{
    public const string Write = "write 400 objects as YAML";
    public const string Read = "read 400 objects of YAML";

    private const int Files = 200;

    public static IEnumerable<Workload> All()
    {
        string[] texts = [.. Enumerable.Range(0, Files).Select(static file => ManifestSources.Text(file))];
        MappingNode[] nodes = [.. texts.SelectMany(static text => YamlReader.Read(text).Documents)];
        object[] objects = [.. texts.SelectMany(static text => KubernetesYaml.LoadAllFromString(text))];
        return
        [
            Of(Write, Contender.Client, () =>
            {
                foreach (object one in objects)
                {
                    KubernetesYaml.Serialize(one);
                }
            }),
            Of(Write, Contender.Holdfast, () =>
            {
                foreach (MappingNode node in nodes)
                {
                    YamlWriter.Write([node]);
                }
            }),
            Of(Read, Contender.Parse, () =>
            {
                foreach (string text in texts)
                {
                    var parser = new Parser(new StringReader(text));
                    while (parser.MoveNext())
                    {
                    }
                }
            }),
            new Workload(Read, Contender.Holdfast, () =>
            {
                SourceText[] sources = [.. texts.Select(static text => SourceText.From(text))];
                return () =>
                {
                    for (int i = 0; i < texts.Length; i++)
                    {
                        ImmutableArray<MappingNode> documents = YamlReader.Read(texts[i], YamlReader.PlacesIn(ManifestSources.PathOf(i), sources[i])).Documents;
                        if (documents.Length != 2)
                        {
                            throw new InvalidOperationException("A manifest was not read.");
                        }
                    }
                };
            }),
        ];
    }

    private static Workload Of(string scenario, string contender, Action run) => new(scenario, contender, () => run);
}
