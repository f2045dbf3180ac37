using System.Runtime.CompilerServices;

namespace Holdfast.Tests.Shared;

/// <summary>
/// Compares what a test produced with the <c>.verified.</c> file beside it. Stands in for Verify, whose packages not
/// every registry holds, and keeps its convention to the letter so that the switch is a deletion:
/// <c>Match(text, "yaml")</c> is <c>Verify(text, "yaml")</c>, <c>MatchSources</c> is <c>Verify(driver)</c>.
/// </summary>
/// <remarks>
/// Files are <c>Class.Method_parameter=value#hint.verified.cs</c>, in UTF-8 with a byte order mark, byte for byte what
/// the test produced. A mismatch leaves <c>.received.</c> files; run the tests with
/// <c>HOLDFAST_ACCEPT_SNAPSHOTS=true</c> to accept them. Unlike Verify, nothing is normalised: a CR is a mismatch.
/// </remarks>
internal static class Snapshot
{
    /// <summary>Whether what was received is to be accepted.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT_SNAPSHOTS") == "true";

    /// <summary>Compares one text.</summary>
    public static void Match(string text, string extension = "txt", [CallerFilePath] string testFile = "") =>
        Check([new("", extension, text)], testFile);

    /// <summary>Compares generated sources, and finds those which are no longer generated.</summary>
    public static void MatchSources(
        IEnumerable<(string HintName, string Text)> sources, [CallerFilePath] string testFile = "")
    {
        IEnumerable<SnapshotTarget> targets = sources.Select(source => new SnapshotTarget(
            "#" + SnapshotName.Sanitize(Path.GetFileNameWithoutExtension(source.HintName)),
            "cs",
            $"//HintName: {source.HintName}\n{source.Text}"));
        Check([.. targets], testFile);
    }

    private static void Check(IReadOnlyList<SnapshotTarget> targets, string testFile)
    {
        bool accept = Accepts;
        string stem = SnapshotName.OfCurrentTest();
        IReadOnlyList<string> problems = SnapshotStore.Check(DirectoryOf(testFile), stem, targets, accept);
        if (problems.Count > 0)
        {
            Assert.Fail(string.Join("\n", problems) + "\nHOLDFAST_ACCEPT_SNAPSHOTS=true accepts what was received.");
        }
    }

    /// <summary>The folder of a source file; a deterministic build maps the repository's root to <c>/_/</c>.</summary>
    private static string DirectoryOf(string sourceFile)
    {
        string path = sourceFile.StartsWith("/_/", StringComparison.Ordinal)
            ? Path.Combine(RepositoryPaths.Root, sourceFile[3..])
            : sourceFile;
        return Path.GetDirectoryName(path)!;
    }
}
