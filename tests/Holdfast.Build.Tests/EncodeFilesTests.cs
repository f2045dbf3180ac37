using Microsoft.Build.Utilities;

namespace Holdfast.Build.Tests;

public sealed class EncodeFilesTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EachFile_IsATextUnderItsPath()
    {
        Write("conf/my logo.png", [0, 255]);
        Write("conf_my logo.png", [1]);
        (EncodeFiles task, RecordingBuildEngine engine) = Run("conf/my logo.png", "conf_my logo.png");

        Assert.Empty(engine.Warnings);
        Assert.Equal(["conf/my logo.png", "conf_my logo.png"], task.Encoded.Select(item => item.GetMetadata("HoldfastConfigPath")));
        Assert.Equal(["AP8=", "AQ=="], task.Encoded.Select(item => File.ReadAllText(item.ItemSpec)));
        Assert.All(task.Encoded, item => Assert.Equal("base64", item.GetMetadata("HoldfastConfigEncoding")));
    }

    [Fact]
    public void SameBytes_AreNotTouched_AndOthersAre()
    {
        Write("a", [1]);
        string text = Run("a").Task.Encoded.Single().ItemSpec;
        File.SetLastWriteTimeUtc(text, LongAgo);
        Run("a");
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(text));

        Write("a", [2]);
        Run("a");
        Assert.Equal("Ag==", File.ReadAllText(text));
    }

    [Fact]
    public void AMissingFile_IsAWarning_AndTheOthersAreThere()
    {
        Write("a", [1]);
        (EncodeFiles task, RecordingBuildEngine engine) = Run("missing", "a");
        Assert.Equal("a", Assert.Single(task.Encoded).GetMetadata("HoldfastConfigPath"));
        Assert.StartsWith("'", Assert.Single(engine.Warnings).Message, StringComparison.Ordinal);
    }

    private void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllBytes(_folder[path], bytes);
    }

    private (EncodeFiles Task, RecordingBuildEngine Engine) Run(params string[] files)
    {
        var engine = new RecordingBuildEngine();
        var task = new EncodeFiles
        {
            BuildEngine = engine,
            Files = [.. files.Select(file => new TaskItem(_folder[file]))],
            Directory = _folder["obj/holdfast"],
            ProjectFile = _folder["App.csproj"],
        };
        Assert.True(task.Execute());
        return (task, engine);
    }
}
