namespace Holdfast.Build.Tests;

public class StampTests
{
    private static readonly string Hash = new('a', ContentHash.Length);
    private static readonly string Project = Path.GetFullPath("/work/my project");

    [Fact]
    public void Text_IsSortedAndRelative()
    {
        var text = Stamp.Format(
            [Entry("bin/k/zk.yaml"), Entry("bin/k/kafka.yaml"), Entry("bin/k/old.yaml") with { IsKept = true }], Project);

        Assert.Equal($"{Hash} bin/k/kafka.yaml\n{Hash} bin/k/old.yaml.kept\n{Hash} bin/k/zk.yaml\n", text);
    }

    [Fact]
    public void Text_IsReadBack()
    {
        var outside = Path.GetFullPath("/elsewhere/it's %20 here/zk.yaml");
        StampEntry[] entries = [Entry("bin/k/kafka.yaml"), Entry("deploy/old.yaml") with { IsKept = true }, new(outside, Hash)];

        var read = Stamp.Parse(Stamp.Format(entries, Project).Split('\n'), Project);

        Assert.Equal(entries.OrderBy(e => e.Path, StringComparer.Ordinal), read.OrderBy(e => e.Path, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bin/k/zk.yaml")]
    [InlineData("aaaa bin/k/zk.yaml")]
    public void Nonsense_IsNothing(string line) => Assert.Empty(Stamp.Parse([line, Hash, Hash + " "], Project));

    private static StampEntry Entry(string path) => new(Path.GetFullPath(Path.Combine(Project, path)), Hash);
}
