using System.IO.Compression;
using System.Text.Json;
using Holdfast.Benchmarks.Sources;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>What the reader reads without YamlDotNet is what YamlDotNet gives.</summary>
public class SimpleYamlTests
{
    private static readonly string[] Folders = ["samples", "tests", "docs"];

    public static TheoryData<string> Simple =>
    [
        "",
        "\n# nothing but a comment\n",
        "---\n---\n# nothing\n---",
        "a: b",
        "\uFEFFa: b\r\nc:\r\n- d # e\r\n",
        "  a: b\n  c : d\n",
        "a: 'b'\n\"c\": \"d\\n\\\"e\\\"\"\nf: 'it''s'\n",
        "a:\n  b:\n    c: d\n  e: f\n",
        "a:\n- b\n- c: d\n  e: f\n-\n- - g\n  - h\ni:\n  - j\n",
        "- a\n-\n  b: c\n-\n  - d\n",
        "a:\nb: ~\nc: null\n",
        "# first\n---\n# Source: a.yaml\na: 1 # one\n\n  # in between\nb: 2\n---\nc: http://d:80/#e\n",
        "a: [b, \"c\", 'd', {e: f}, [], {}, -g, h:i]\nj: {\"k\":1, l: [m,]}\n",
        "a: [\n  b,   # c\n  \"d\"\n]\ne: {\n  f: g,\n\n  h: [i,\n    j], }\n",
        "{\n  \"a\": {\"b\": [1, 2, {\"c\": null}]},\n  \"d\": \"e\"\n}\n",
        "a: |\n  b\n   c\n\n  d\n# e\nf: >-\n  g\n  h\n\n  i\n    j\n  k\n\nl: |+\n  m\n\nn: >\n\n  o\n",
        "a: |-   # b\n    c: d\n\n\ne:\n- |\n  f\n- >+\n  g\n\n",
        "a: |\nb: |2\n  c\nd: |\n  e",
        "a: b c\n  d\n\n  e\nf:\n  g\n  h # i\nj: k\n",
        "a: \"b\n  c\n\n  d \\\n  e\"\nf: 'g\n\n  h'\n",
        "a: x*\n",
        "cron: 0 * * * *\nb: -1\nc: .5\nd: =x\n",
        "a: 'b\tc' # d\te\nf: |\n  g\th\n",
    ];

    public static TheoryData<string> NotSimple =>
    [
        "a: &b c\nd: *b\n",
        "a: !t b\n",
        "%YAML 1.1\n---\na: b\n",
        "? a\n: b\n",
        "a: b\n...\n",
        "--- a\n",
        "--- |\n  a\n",
        "text\n",
        "a:\tb\n",
        "a:\n\tb: c\n",
        "a: b: c\n",
        "a:\n    b: c\n  d: e\n",
        "a: b\n- c\n",
        "- a\nb: c\n",
        "a: [b\n",
        "a: [b: c]\n",
        "a: {b, c: d}\n",
        "a: [b]c\n",
        "a: \"b\n",
        "a: \"\\x41\"\n",
        "a: 'b'c\n",
        "a: @b\n",
        "a: |0\n  b\n",
        "a: |\n\tb\n",
        "a: |\n   \n  b\n",
        "a: \0\n",
        "a: b\u2028c\n",
        "a: b\rc: d\n",
        "a: b *c: d\n",
        new string('k', 2000) + ": v\n",
        string.Concat(Enumerable.Repeat("- ", 200)) + "a\n",
    ];

    [Theory]
    [MemberData(nameof(Simple))]
    public void IsReadWithoutTheLibrary(string text) => Assert.True(YamlEventLaw.Check(text));

    [Theory]
    [MemberData(nameof(NotSimple))]
    public void IsLeftToTheLibrary(string text) => Assert.False(YamlEventLaw.Check(text));

    [Fact]
    public void ManifestsNeedNoLibrary() => Assert.True(YamlEventLaw.Check(ManifestSources.Text(0)));

    [Fact]
    public void OwnFiles() => CheckFiles(Folders.Select(static folder => Path.Combine(RepositoryPaths.Root, folder)));

    [Theory]
    [InlineData("corpus")]
    [InlineData("field")]
    public void SharedFiles(string name)
    {
        string folder = Path.Combine(RepositoryPaths.Shared, name);
        Assert.SkipUnless(Directory.Exists(folder), $"(shared/{name} is not beside the repository)");
        CheckFiles([folder]);
    }

    [Fact]
    public void JudgedObjects()
    {
        string folder = Path.Combine(RepositoryPaths.Shared, "verdicts");
        Assert.SkipUnless(Directory.Exists(folder), "(shared/verdicts is not beside the repository)");
        int all = 0;
        int simple = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*.jsonl.gz"))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                all++;
                simple += YamlEventLaw.Check(JsonDocument.Parse(line).RootElement.GetProperty("yaml").GetString()!) ? 1 : 0;
            }
        }

        Assert.InRange(simple, all * 0.98, all);
    }

    /// <summary>Lines of odd pieces, in odd depths: <c>HOLDFAST_THOROUGH</c> makes more of them.</summary>
    [Fact]
    public void OddTexts()
    {
        int simple = 0;
        int all = Thorough.IsWanted ? 200_000 : 20_000;
        for (int i = 0; i < all; i++)
        {
            string text = OddYaml.Of(new Random(i));
            try
            {
                simple += YamlEventLaw.Check(text) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Text {i}:\n{text}", exception);
            }
        }

        // A law over texts that are all refused would say nothing.
        Assert.InRange(simple, all / 10, all);
    }

    /// <summary>Files as they are, and as the reader of manifests hands them on: with marks in place of what a tool fills in.</summary>
    private static void CheckFiles(IEnumerable<string> folders)
    {
        string[] files =
        [
            .. folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Where(static file => Path.GetExtension(file) is ".yaml" or ".yml" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)),
        ];
        int simple = 0;
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            try
            {
                YamlEventLaw.Check(text);
                simple += YamlEventLaw.Check(Placeholders.Mask(text)) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(file, exception);
            }
        }

        Assert.InRange(simple, files.Length * 0.9, files.Length);
    }
}
