using Holdfast.Analyzers.Tests.Writing;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>Manifests that people really run, read whole.</summary>
public class CorpusTests
{
    private const string Absent = "(the corpus is not beside the repository)";

    /// <summary>Files that are not YAML as they are: templates, and mistakes of their authors.</summary>
    private static readonly string[] Unreadable = [];

    public static TheoryData<string> Files => Directory.Exists(Corpus)
        ?
        [
            .. Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories)
                .Where(static path => Path.GetExtension(path) is ".yaml" or ".yml" || Path.GetFileName(path) == "Kustomization")
                .Select(static path => Path.GetRelativePath(Corpus, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ]
        : [Absent];

    private static string Corpus => Path.Combine(RepositoryPaths.Shared, "corpus");

    [Theory]
    [MemberData(nameof(Files))]
    public void IsReadLikeByOthers(string file)
    {
        Assert.SkipWhen(file == Absent, Absent);
        string text = File.ReadAllText(Path.Combine(Corpus, file));
        YamlReading reading = YamlReader.Read(text);
        Assert.Equal(Unreadable.Contains(file), !reading.Problems.IsEmpty);
        if (!reading.Problems.IsEmpty)
        {
            return;
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        YamlNode[] roots = [.. stream.Documents.Select(document => document.RootNode).Where(root => root is not YamlScalarNode)];
        Assert.Equal(roots.Length, reading.Documents.Length);
        foreach ((YamlNode root, MappingNode document) in roots.Zip(reading.Documents))
        {
            AssertSame(root, document);
        }

        // And what is written of it is the same again.
        Assert.Equal(reading.Documents, YamlReader.Read(YamlWriter.Write(reading.Documents)).Documents);
    }

    /// <summary>The mapping's own fields, then those of what it takes in.</summary>
    private static IEnumerable<(string Key, YamlNode Value)> Flatten(YamlMappingNode mapping) => mapping.Children
        .OrderBy(field => field.Key.ToString() == "<<")
        .SelectMany(field => field.Key.ToString() == "<<"
            ? Flatten((YamlMappingNode)field.Value)
            : [(field.Key.ToString(), field.Value)]);

    private static void AssertSame(YamlNode expected, ManifestNode actual)
    {
        switch (expected)
        {
            case YamlMappingNode mapping:
                MappingNode fields = Assert.IsType<MappingNode>(actual);
                ILookup<string, YamlNode> expectedFields = Flatten(mapping).ToLookup(field => field.Key, field => field.Value);
                Assert.Equal(expectedFields.Count, fields.Entries.Count);
                foreach (IGrouping<string, YamlNode> field in expectedFields)
                {
                    AssertSame(field.First(), fields[field.Key]!);
                }

                break;
            case YamlSequenceNode sequence:
                var items = Assert.IsType<SequenceNode>(actual).Items;
                Assert.Equal(sequence.Children.Count, items.Count);
                foreach ((YamlNode child, ManifestNode item) in sequence.Children.Zip(items))
                {
                    AssertSame(child, item);
                }

                break;
            case YamlScalarNode scalar:
                ScalarNode node = Assert.IsType<ScalarNode>(actual);
                if (scalar.Style != ScalarStyle.Plain || ScalarResolution.IsStringEverywhere(scalar.Value!))
                {
                    Assert.Equal((ScalarKind.String, scalar.Value), (node.Kind, node.Text));
                }
                else
                {
                    // Words and numbers have their own test; this is all of them that people write.
                    Assert.Equal(scalar.Value switch { "" => "null", "0755" => "493", var text => text }, node.Text);
                }

                break;
        }
    }
}
