using System.Reflection;

namespace Holdfast.Tests.Shared;

/// <summary>Runs in each test project, for its own files.</summary>
public class SnapshotFilesTests
{
    [Fact]
    public void EverySnapshotBelongsToATest()
    {
        Assembly tests = typeof(SnapshotFilesTests).Assembly;
        string directory = Path.Combine(RepositoryPaths.Root, "tests", tests.GetName().Name!);
        Assert.True(Directory.Exists(directory), $"The test project's folder is {directory}.");
        Assert.Empty(SnapshotOrphans.Find(directory, tests));
    }
}
