using Holdfast.Tests.Shared;
using Microsoft.Build.Utilities;

namespace Holdfast.Build.Tests;

[HomeOf("HF9101", "HF9102", "HF9105", "HF9106", "HF9107")]
public sealed class WriteManifestsTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    private string Output => _folder["bin/kubernetes"];

    private string StampFile => _folder["obj/holdfast.manifests.txt"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FirstBuild_WritesTheFiles_AndSaysHowToApplyThem()
    {
        var engine = Build(TestAssembly.App("Zk", "zk.yaml", "kind: StatefulSet\n"));

        Assert.Equal("kind: StatefulSet\n"u8.ToArray(), File.ReadAllBytes(Written("zk.yaml")));
        Assert.Equal(["README.md", "kustomization.yaml", "zk.yaml"], Files());
        Assert.Equal(["App -> Holdfast wrote zk.yaml; apply with: kubectl apply -k bin/kubernetes"], engine.Announced);
    }

    [Fact]
    public void StartedElsewhere_ThePathIsQuotedAndWhole()
    {
        var engine = Build([TestAssembly.App("Zk", "zk.yaml")], startDirectory: "/somewhere");

        var path = $"\"{Output}\"";
        Assert.Equal([$"App -> Holdfast wrote zk.yaml; apply with: kubectl apply -k {path}"], engine.Announced);
    }

    [Fact]
    public void NoApplication_WritesNothing_AndSaysNothing()
    {
        var engine = Build("class Nothing { }");

        Assert.False(Directory.Exists(Output));
        Assert.Empty(engine.Announced);
        Assert.True(File.Exists(StampFile));
    }

    [Fact]
    public void SameContent_IsNotTouched()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));
        Age();

        var engine = Build(TestAssembly.App("Zk", "zk.yaml"));

        Assert.All(Files(), f => Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(Written(f))));
        Assert.True(File.GetLastWriteTimeUtc(StampFile) > LongAgo);
        Assert.Empty(engine.Announced);
    }

    [Fact]
    public void Edit_RewritesThatFileOnly()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"), TestAssembly.App("Kafka", "kafka.yaml"));
        Age();

        var engine = Build(TestAssembly.App("Zk", "zk.yaml", "replicas: 5\n"), TestAssembly.App("Kafka", "kafka.yaml"));

        Assert.Equal("replicas: 5\n", File.ReadAllText(Written("zk.yaml")));
        Assert.Equal(["zk.yaml"], Files().Where(f => File.GetLastWriteTimeUtc(Written(f)) != LongAgo));
        Assert.StartsWith("App -> Holdfast wrote zk.yaml; ", Assert.Single(engine.Announced), StringComparison.Ordinal);
    }

    [Fact]
    public void Removal_DeletesThatFile()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"), TestAssembly.App("Kafka", "kafka.yaml"));

        var engine = Build(TestAssembly.App("Zk", "zk.yaml"));

        Assert.Equal(["README.md", "kustomization.yaml", "zk.yaml"], Files());
        Assert.DoesNotContain("kafka", File.ReadAllText(Written("kustomization.yaml")), StringComparison.Ordinal);
        Assert.Equal(
            ["App -> Holdfast wrote kustomization.yaml, removed kafka.yaml; apply with: kubectl apply -k bin/kubernetes"],
            engine.Announced);
    }

    [Fact]
    public void LastRemoval_DeletesTheFolder()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));

        var engine = Build("class Nothing { }");

        Assert.False(Directory.Exists(Output));
        Assert.Equal(["App -> Holdfast removed zk.yaml from bin/kubernetes; no application is declared any more"], engine.Announced);
    }

    [Fact]
    public void ManyFiles_AreCounted()
    {
        var engine = Build(Enumerable.Range(0, 6).Select(i => TestAssembly.App($"Zk{i}", $"zk{i}.yaml")).ToArray());

        Assert.StartsWith("App -> Holdfast wrote 6 manifests; ", Assert.Single(engine.Announced), StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignFile_IsLeftAlone_AndKeepsTheFolder()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));
        File.WriteAllText(Written("mine.yaml"), "kind: Namespace\n");

        var engine = Build("class Nothing { }");

        Assert.Equal(["mine.yaml"], Files());
        Assert.Empty(engine.Warnings);
    }

    [Fact]
    public void EditedFile_ThatIsStillDeclared_IsOverwritten()
    {
        Build(TestAssembly.App("Zk", "zk.yaml", "replicas: 3\n"));
        File.WriteAllText(Written("zk.yaml"), "replicas: 99\n");

        Build(TestAssembly.App("Zk", "zk.yaml", "replicas: 3\n"));

        Assert.Equal("replicas: 3\n", File.ReadAllText(Written("zk.yaml")));
    }

    [Fact]
    public void EditedFile_ThatIsNoLongerDeclared_IsKept_UntilSomeoneDeletesIt()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));
        File.WriteAllText(Written("zk.yaml"), "mine: now\n");

        for (var build = 0; build < 2; build++)
        {
            var engine = Build("class Nothing { }");

            Assert.Equal(["zk.yaml"], Files());
            var warning = Assert.Single(engine.Warnings);
            Assert.Equal("HF9106", warning.Code);
            Assert.Contains($"'{Written("zk.yaml")}'", warning.Message, StringComparison.Ordinal);
            Assert.EndsWith("bin/kubernetes/zk.yaml.kept\n", File.ReadAllText(StampFile), StringComparison.Ordinal);

            // Older than what it is made from, so that MSBuild comes again and the warning stays.
            Assert.True(File.GetLastWriteTimeUtc(StampFile) < LongAgo);
        }

        File.Delete(Written("zk.yaml"));
        Assert.Empty(Build("class Nothing { }").Warnings);
        Assert.Equal("", File.ReadAllText(StampFile));
    }

    [Fact]
    public void KustomizationOfTheUsers_IsNotOverwritten()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Written("kustomization.yaml"), "namespace: shop\n");

        var engine = Build(TestAssembly.App("Zk", "zk.yaml"));

        var error = Assert.Single(engine.Errors);
        Assert.Equal("HF9105", error.Code);
        Assert.Contains("HoldfastManifestsDirectory", error.Message, StringComparison.Ordinal);
        Assert.Equal(["kustomization.yaml"], Files());
        Assert.Equal("namespace: shop\n", File.ReadAllText(Written("kustomization.yaml")));
        Assert.False(File.Exists(StampFile));
    }

    [Fact]
    public void FolderOfAnotherProject_IsNotOverwritten()
    {
        Build([TestAssembly.App("Zk", "zk.yaml")], assembly: "One");
        File.Delete(StampFile);

        var engine = Build([TestAssembly.App("Kafka", "kafka.yaml")], assembly: "Two");

        Assert.Equal("HF9105", Assert.Single(engine.Errors).Code);
        Assert.Equal(["README.md", "kustomization.yaml", "zk.yaml"], Files());
    }

    [Fact]
    public void FreshClone_WithCommittedManifests_IsUpdated()
    {
        Build(TestAssembly.App("Zk", "zk.yaml", "replicas: 3\n"));
        File.Delete(StampFile);

        var engine = Build(TestAssembly.App("Zk", "zk.yaml", "replicas: 5\n"), TestAssembly.App("Kafka", "kafka.yaml"));

        Assert.Empty(engine.Errors);
        Assert.Equal("replicas: 5\n", File.ReadAllText(Written("zk.yaml")));
        Assert.Contains("kafka.yaml", File.ReadAllText(Written("kustomization.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherFolder_TakesTheFilesAlong()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));

        Build([TestAssembly.App("Zk", "zk.yaml")], directory: "deploy");

        Assert.False(Directory.Exists(Output));
        Assert.True(File.Exists(_folder["deploy/zk.yaml"]));
    }

    [Theory]
    [InlineData("deploy/k8s")]
    [InlineData("deploy\\k8s\\")]
    [InlineData("bin/../deploy/k8s/")]
    public void RelativeFolder_StartsAtTheProject(string directory)
    {
        var engine = Build([TestAssembly.App("Zk", "zk.yaml")], relativeDirectory: directory);

        Assert.True(File.Exists(_folder["deploy/k8s/zk.yaml"]));
        var expected = Path.Combine("deploy", "k8s");
        Assert.Equal([$"App -> Holdfast wrote zk.yaml; apply with: kubectl apply -k {expected}"], engine.Announced);
    }

    [Fact]
    public void SameFileName_WritesNothingAtAll()
    {
        Build(TestAssembly.App("Zk", "zk.yaml", "old\n"));
        Age();

        var engine = Build(TestAssembly.App("Zk", "zk.yaml", "new\n"), TestAssembly.App("Other", "zk.yaml"), TestAssembly.App("A", "a.yaml"));

        var error = Assert.Single(engine.Errors);
        Assert.Equal("HF9101", error.Code);
        Assert.Equal("HF9101", error.HelpKeyword);
        Assert.EndsWith("/docs/rules/HF9101.md", error.HelpLink, StringComparison.Ordinal);
        Assert.Equal(_folder["App.csproj"], error.File);
        Assert.Contains("Shop.Zk and Shop.Other", error.Message, StringComparison.Ordinal);
        Assert.Equal("old\n", File.ReadAllText(Written("zk.yaml")));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(StampFile));
    }

    [Theory]
    [InlineData("../zk.yaml")]
    [InlineData("sub/zk.yaml")]
    [InlineData("kustomization.yaml")]
    public void UnsafeFileName_WritesNothingAtAll(string fileName)
    {
        var engine = Build(TestAssembly.App("Zk", fileName), TestAssembly.App("A", "a.yaml"));

        Assert.Equal("HF9102", Assert.Single(engine.Errors).Code);
        Assert.False(Directory.Exists(_folder["bin"]));
    }

    [Fact]
    public void BracesAndPercents_AreShownAsTheyAre()
    {
        var engine = Build(TestAssembly.App("Zk", "{0}%20.yaml"));

        Assert.Contains("'{0}%20.yaml'", Assert.Single(engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CorruptAssembly_IsAnError_AndNothingIsDeleted()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));
        File.AppendAllText(Written("zk.yaml"), "# mine\n");
        File.WriteAllText(_folder["App.dll"], "corrupt");

        var engine = Run("App", Output, [], _folder.Path);

        Assert.Equal("HF9103", Assert.Single(engine.Errors).Code);
        Assert.Empty(engine.Warnings);
        Assert.Equal(["README.md", "kustomization.yaml", "zk.yaml"], Files());
    }

    [Fact]
    public void FolderThatIsAFile_IsAnError()
    {
        Directory.CreateDirectory(_folder["bin"]);
        File.WriteAllText(Output, "a file");

        var engine = Build(TestAssembly.App("Zk", "zk.yaml"));

        Assert.Equal("HF9107", Assert.Single(engine.Errors).Code);
        Assert.Equal("a file", File.ReadAllText(Output));
    }

    [Fact]
    public void References_AreWrittenToo()
    {
        var library = TestAssembly.Compile(_folder["Library.dll"], TestAssembly.App("Kafka", "kafka.yaml"));
        var plain = TestAssembly.Compile(_folder["Plain.dll"], "public class Plain { }");

        Build([TestAssembly.App("Zk", "zk.yaml")], references: [library, plain, library]);

        Assert.Equal(["README.md", "kafka.yaml", "kustomization.yaml", "zk.yaml"], Files());
        Assert.StartsWith("# Written by Holdfast for App;", File.ReadAllText(Written("kustomization.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void References_OfTheSameFileName_NameBothAssemblies()
    {
        var library = TestAssembly.Compile(_folder["Library.dll"], TestAssembly.App("Zk", "zk.yaml"));

        var engine = Build([TestAssembly.App("Zk", "zk.yaml")], references: [library]);

        Assert.Contains("Shop.Zk (in App) and Shop.Zk (in Library)", Assert.Single(engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_RemovesWhatWasWritten_AndTheFolder()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));

        Clean();

        Assert.False(Directory.Exists(Output));
        Assert.False(File.Exists(StampFile));
    }

    [Fact]
    public void Clean_LeavesForeignAndEditedFiles()
    {
        Build(TestAssembly.App("Zk", "zk.yaml"));
        File.WriteAllText(Written("mine.yaml"), "kind: Namespace\n");
        File.AppendAllText(Written("zk.yaml"), "# mine\n");

        Clean();

        Assert.Equal(["mine.yaml", "zk.yaml"], Files());
    }

    [Fact]
    public void Prerequisites_AreInTheReadmeAndInTheLine()
    {
        var engine = Build(TestAssembly.App(
            "Zk", "zk.yaml", "kind: List\n", "needs\tSecret\tdb\tshop\trequired\tpassword", "needs\tStorageClass\tfast\t\trequired\t"));

        Assert.Equal(
            ["App -> Holdfast wrote zk.yaml; must be there before: Secret db, StorageClass fast; apply with: kubectl apply -k bin/kubernetes"],
            engine.Announced);
        Assert.Contains("kubectl create secret generic db --namespace=shop --from-literal='password=<value>'\n", File.ReadAllText(Written("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void AReadmeOfTheUsers_Stays()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Written("README.md"), "# Mine\n");

        var engine = Build(TestAssembly.App("Zk", "zk.yaml"));

        Assert.Empty(engine.Errors);
        Assert.Equal("# Mine\n", File.ReadAllText(Written("README.md")));
        Clean();
        Assert.Equal(["README.md"], Files());
    }

    [Fact]
    public void Clean_WithoutAnything_IsQuiet() => Clean();

    private void Clean()
    {
        var engine = new RecordingBuildEngine();
        var task = new RemoveManifests { BuildEngine = engine, ProjectFile = _folder["App.csproj"], StampFile = StampFile };

        Assert.True(task.Execute());
        Assert.Empty(engine.Warnings);
    }

    private RecordingBuildEngine Build(params string[] sources) => Build(sources, assembly: "App");

    private RecordingBuildEngine Build(
        string[] sources,
        string assembly = "App",
        string directory = "bin/kubernetes",
        string[]? references = null,
        string? startDirectory = null,
        string? relativeDirectory = null)
    {
        TestAssembly.Compile(_folder[assembly + ".dll"], sources);
        return Run(assembly, relativeDirectory ?? _folder[directory] + "/", references ?? [], startDirectory ?? _folder.Path);
    }

    private RecordingBuildEngine Run(string assembly, string directory, string[] references, string startDirectory)
    {
        var engine = new RecordingBuildEngine();
        var task = new WriteManifests
        {
            BuildEngine = engine,
            Assembly = _folder[assembly + ".dll"],
            References = references.Select(r => new TaskItem(r)).ToArray(),
            Directory = directory,
            StampFile = StampFile,
            ProjectFile = _folder["App.csproj"],
            StartDirectory = startDirectory,
        };

        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }

    private string Written(string file) => Path.Combine(Output, file);

    private string[] Files() =>
        [.. Directory.GetFiles(Output).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private void Age()
    {
        foreach (var file in Directory.GetFiles(Output).Append(StampFile))
        {
            File.SetLastWriteTimeUtc(file, LongAgo);
        }
    }
}
