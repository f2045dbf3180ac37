using System.Text;

namespace Holdfast.Build.Tests;

public class OutputFilesTests
{
    private readonly List<Problem> _problems = [];

    [Fact]
    public void NoManifest_NoFile() => Assert.Empty(For());

    [Fact]
    public void Files_AreSorted_AndTheListComesLast()
    {
        var files = For(App("Zk", "zk.yaml"), App("Kafka", "kafka.yaml"), App("Upper", "Upper.yaml"));

        Assert.Equal(["Upper.yaml", "kafka.yaml", "zk.yaml", "kustomization.yaml"], files.Select(f => f.Name));
        Assert.Equal(
            """
            # Written by Holdfast for Shop; the next build overwrites changes.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - Upper.yaml
              - kafka.yaml
              - zk.yaml

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(files[^1].Content));
    }

    [Fact]
    public void Bytes_AreUtf8WithoutMark_AndLineFeeds()
    {
        var files = For(App("Zk", "zk.yaml", "a: ü\r\nb: 1\n"));

        Assert.Equal("a: ü\nb: 1\n"u8.ToArray(), files[0].Content);
    }

    [Fact]
    public void SameFileName_NamesBothTypes()
    {
        For(App("Zk", "zk.yaml"), App("Other", "zk.yaml"));

        var problem = Assert.Single(_problems);
        Assert.Equal("HF9101", problem.Code);
        Assert.Equal(
            "Shop.Zk and Shop.Other would both be written to 'zk.yaml', so no manifest was written. Give one of the two applications another name.",
            problem.Text);
    }

    [Fact]
    public void SameFileName_FromTwoAssemblies_NamesTheAssemblies()
    {
        For(App("Zk", "zk.yaml"), App("Zk", "zk.yaml") with { AssemblyName = "Shop.Library" });

        Assert.Contains("Shop.Zk (in Shop) and Shop.Zk (in Shop.Library)", Assert.Single(_problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SameFileName_InAnotherCase_IsTheSame()
    {
        For(App("Zk", "zk.yaml"), App("Other", "ZK.yaml"));

        Assert.Equal("HF9101", Assert.Single(_problems).Code);
    }

    [Fact]
    public void UnsafeFileName_IsAProblem_AndPrintable()
    {
        For(App("Zk", "../zk\n.yaml"));

        var problem = Assert.Single(_problems);
        Assert.Equal("HF9102", problem.Code);
        Assert.Contains("Shop.Zk cannot be written to '../zk\\u000a.yaml'", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SharedFile_IsTheTextWithTheHighestRank()
    {
        var files = For(Space("Zk", "restricted", 0), Space("Kafka", "privileged", 1), Space("Web", "restricted", 0));

        Assert.Empty(_problems);
        Assert.Equal(["shop.namespace.yaml", "kustomization.yaml"], files.Select(f => f.Name));
        Assert.Equal("privileged", Encoding.UTF8.GetString(files[0].Content));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, null)]
    public void SharedFile_WithTwoTextsOfOneRank_IsAProblem(int first, int? second)
    {
        For(Space("Zk", "one", first), Space("Kafka", "two", second));

        Assert.Equal("HF9101", Assert.Single(_problems).Code);
    }

    private static Manifest Space(string type, string text, int? rank) => App(type, "shop.namespace.yaml", text) with { Rank = rank };

    private IReadOnlyList<OutputFile> For(params Manifest[] manifests) =>
        OutputFiles.For("/out", "Shop", manifests, onWindows: false, _problems);

    private static Manifest App(string type, string file, string text = "kind: List\n") => new(file, text, $"Shop.{type}", "Shop");
}
