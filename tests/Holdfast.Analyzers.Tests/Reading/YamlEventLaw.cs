using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>
/// For each text, what is read without the library is what the library gives: the same things at the same places, and the same trees.
/// Or it is refused, and the library reads the text.
/// </summary>
internal static class YamlEventLaw
{
    /// <summary>Fails where the two readers differ.</summary>
    /// <returns>Whether the text is read without the library.</returns>
    public static bool Check(string text)
    {
        var simple = new YamlEvents(text, isSimple: true);
        List<YamlEvent> events = Read(simple);
        if (simple.IsRefused)
        {
            return false;
        }

        var library = new YamlEvents(text, isSimple: false);
        Assert.Equal(Read(library), events);
        Assert.Null(library.Failure);
        Assert.Null(simple.Failure);
        Assert.Equal(Describe(text, isSimple: false), Describe(text, isSimple: true));
        return true;
    }

    private static List<YamlEvent> Read(YamlEvents events)
    {
        var read = new List<YamlEvent>();
        for (; !events.IsAtEnd; events.Advance())
        {
            // Trees are made without the places of these.
            read.Add(events.Current.Kind is YamlEventKind.DocumentStart or YamlEventKind.CollectionEnd ? events.Current with { Span = default } : events.Current);
        }

        return read;
    }

    /// <summary>All that is read, with the place of each node and key.</summary>
    private static string[] Describe(string text, bool isSimple)
    {
        var problems = new YamlProblems(text, Place);
        var tree = new YamlTree(text, new YamlEvents(text, isSimple), problems, Place);
        ManifestNode[] documents = [.. tree.Read(takesLists: true)];
        return
        [
            .. documents.Concat(tree.Lists).SelectMany(static node => Describe(node)),
            .. problems.ToImmutable().Select(static problem => $"{problem.Span} {problem.Position} {problem.IsRepeatedKey} {problem.Message}"),
        ];

        static NodeLocation Place(TextSpan span) => Location.Create("a.yaml", span, default);
    }

    private static IEnumerable<string> Describe(ManifestNode node)
    {
        string head = $"{node.GetType().Name} {node.Location?.SourceSpan}";
        return node switch
        {
            ScalarNode scalar => [$"{head} {scalar.Kind} {scalar.Text}"],
            SequenceNode sequence => [head, .. sequence.Items.SelectMany(static item => Describe(item)), "end"],
            MappingNode mapping =>
            [
                head,
                .. mapping.Entries.SelectMany(static entry => Describe(entry.Value).Prepend($"{entry.Key} {entry.KeyLocation?.SourceSpan}")),
                "end",
            ],
            _ => [head],
        };
    }
}
