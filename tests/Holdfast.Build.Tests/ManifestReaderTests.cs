using Holdfast.Tests.Shared;

namespace Holdfast.Build.Tests;

[HomeOf("HF9103", "HF9104")]
public sealed class ManifestReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Constant_IsFound_WithTheTypeAroundIt()
    {
        var manifest = Assert.Single(Read(TestAssembly.App("ZooKeeper", "zookeeper.yaml", "kind: StatefulSet\n")));

        Assert.Equal(new Manifest("zookeeper.yaml", "kind: StatefulSet\n", "Shop.ZooKeeper", "App"), manifest);
    }

    [Theory]
    [InlineData("public static class Zk { public static class Manifests { FIELD } }", "Zk")]
    [InlineData("namespace A.B { class Zk { static class Manifests { FIELD } } }", "A.B.Zk")]
    [InlineData("namespace A { class Outer { internal class Zk { private class Manifests { FIELD } } } }", "A.Outer.Zk")]
    [InlineData("namespace A { class Outer<T> { class Zk { class Manifests { FIELD } } } }", "A.Outer`1.Zk")]
    [InlineData("namespace A { static class ByHand { FIELD } }", "A.ByHand")]
    [InlineData("namespace A { static class Manifests { FIELD } }", "A.Manifests")]
    [InlineData("namespace A { class @event { class Manifests { FIELD } } }", "A.event")]
    public void DeclaringType_IsTheUsersType(string source, string expected)
    {
        var field = "[Holdfast.GeneratedManifest(\"a.yaml\")] internal const string Yaml = \"x\";";

        Assert.Equal(expected, Assert.Single(Read(source.Replace("FIELD", field))).DeclaringType);
    }

    [Fact]
    public void PrivateConstant_IsFound() => Assert.Single(Read(
        "static class Zk { [Holdfast.GeneratedManifest(\"a.yaml\")] private const string Yaml = \"x\"; }"));

    [Fact]
    public void Attribute_MayBeDeclaredInTheAssemblyItself() => Assert.Single(Read(
        """
        static class Zk { [Holdfast.GeneratedManifest("a.yaml")] const string Yaml = "x"; }
        namespace Holdfast { class GeneratedManifestAttribute : System.Attribute { public GeneratedManifestAttribute(string name) { } } }
        """));

    [Fact]
    public void OtherAttributesAndConstants_AreNotManifests() => Assert.Empty(Read(
        """
        static class Zk
        {
            const string Plain = "x";
            [System.Obsolete("a.yaml")] const string Old = "x";
            [Other.GeneratedManifest("a.yaml")] const string Foreign = "x";
        }
        namespace Other { class GeneratedManifestAttribute : System.Attribute { public GeneratedManifestAttribute(string name) { } } }
        """));

    [Fact]
    public void Text_KeepsEveryCharacter()
    {
        const string Text = "a: \"ü → 🚢\"\n\tb: ''\n\n";

        Assert.Equal(Text, Assert.Single(Read(TestAssembly.App("Zk", "a.yaml", Text))).Text);
    }

    [Theory]
    [InlineData("[Holdfast.GeneratedManifest(\"a.yaml\")] static readonly string Yaml = \"x\";")]
    [InlineData("[Holdfast.GeneratedManifest(\"a.yaml\")] const string Yaml = null;")]
    [InlineData("[Holdfast.GeneratedManifest(\"a.yaml\")] const int Yaml = 1;")]
    [InlineData("[Holdfast.GeneratedManifest(null)] const string Yaml = \"x\";")]
    public void WhatIsNoConstantString_IsAProblem(string field)
    {
        var problems = new List<Problem>();

        var read = ManifestReader.Read(Compile($"namespace Shop {{ static class Zk {{ {field} }} }}"), problems);

        Assert.Empty(read!.Manifests);
        var problem = Assert.Single(problems);
        Assert.Equal("HF9104", problem.Code);
        Assert.Contains("Shop.Zk marks 'Yaml'", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingAssembly_IsAProblem() => AssertUnreadable(_folder["Missing.dll"]);

    [Fact]
    public void Folder_IsAProblem() => AssertUnreadable(_folder.Path);

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("MZ")]
    [InlineData("this is not an assembly")]
    public void AnotherKindOfFile_IsAProblem(string content)
    {
        File.WriteAllText(_folder["App.dll"], content);

        AssertUnreadable(_folder["App.dll"]);
    }

    [Fact]
    public void CutOffAssembly_IsAProblemOrReadWhole()
    {
        var whole = File.ReadAllBytes(Compile(TestAssembly.App("Zk", "a.yaml")));
        for (var length = 0; length < whole.Length; length += 7)
        {
            AssertNeverThrows(whole.AsSpan(0, length).ToArray());
        }
    }

    [Fact]
    public void DamagedAssembly_NeverThrows()
    {
        var whole = File.ReadAllBytes(Compile(TestAssembly.App("Zk", "a.yaml"), TestAssembly.App("Kafka", "b.yaml")));
        var random = new Random(20260101);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hit = 0; hit <= round % 8; hit++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            AssertNeverThrows(damaged);
        }
    }

    [Fact]
    public void Assembly_IsFreeAfterwards()
    {
        var path = Compile(TestAssembly.App("Zk", "a.yaml"));
        ManifestReader.Read(path, []);

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.True(exclusive.CanWrite);
    }

    private void AssertNeverThrows(byte[] content)
    {
        var path = _folder["Damaged.dll"];
        File.WriteAllBytes(path, content);
        var problems = new List<Problem>();

        var read = ManifestReader.Read(path, problems);

        Assert.True(read is not null || problems.Count > 0);
    }

    private static void AssertUnreadable(string path)
    {
        var problems = new List<Problem>();

        Assert.Null(ManifestReader.Read(path, problems));

        var problem = Assert.Single(problems);
        Assert.Equal("HF9103", problem.Code);
        Assert.Contains($"'{path}'", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.Text, StringComparison.Ordinal);
    }

    private IReadOnlyList<Manifest> Read(params string[] sources)
    {
        var problems = new List<Problem>();
        var read = ManifestReader.Read(Compile(sources), problems);
        Assert.Empty(problems);
        return read!.Manifests;
    }

    private string Compile(params string[] sources) => TestAssembly.Compile(_folder["App.dll"], sources);
}
