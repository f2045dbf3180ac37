using System.IO.Compression;

namespace Holdfast.Packaging.Tests;

/// <summary>The same sources give the same bytes, wherever they are built.</summary>
public class ReproducibilityTests(PackedHoldfast packed)
{
    /// <summary>
    /// Every entry of the packages, NuGet's own included. The files around them differ still: a ZIP has the time of each entry,
    /// which is the time of the pack.
    /// </summary>
    [Fact]
    public async Task TwoClonesInTwoFolders_GiveTheSamePackages()
    {
        string output = packed.NewConsumer("packed again").Path;
        await packed.PackInFreshCloneAsync(output);

        AssertSameEntries(packed.Package, Path.Combine(output, Path.GetFileName(packed.Package)));
        AssertSameEntries(packed.SymbolPackage, Path.Combine(output, Path.GetFileName(packed.SymbolPackage)));
    }

    /// <summary>Names with an I, which Turkish writes in small letters otherwise, and a day and hour at the other end of the world.</summary>
    [Fact]
    public async Task AnotherFolderCultureTimeZoneWorkingDirectoryAndLineEnds_GiveTheSameManifests()
    {
        const string Output = "bin/Debug/net10.0/kubernetes";
        const string Program = "System.Console.Write(System.Globalization.CultureInfo.CurrentCulture.Name + System.TimeZoneInfo.Local.BaseUtcOffset.TotalHours);\n";
        var elsewhere = new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Pacific/Kiritimati", ["UseSharedCompilation"] = "false" };
        string app = Source.App("InitiallyIdle", "initially-idle");
        Consumer here = packed.NewConsumer("here").AddApplication().Add("Program.cs", Program).Add("Idle.cs", app);
        await here.BuildAsync();
        Consumer there = packed.NewConsumer("there/further down").AddApplication().Add("Program.cs", Program).Add("Idle.cs", app.ReplaceLineEndings("\r\n"));
        string parent = Path.GetDirectoryName(there.Path)!;
        await Dotnet.RunAsync(parent, elsewhere, "build", "-nodeReuse:false", Path.GetFileName(there.Path));

        string[] files = here.Files(Output);
        Assert.Contains("initially-idle.yaml", files);
        Assert.Equal(files, there.Files(Output));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(here[$"{Output}/{file}"]), File.ReadAllBytes(there[$"{Output}/{file}"])));

        // A program of the same machine says whether it has that culture and that zone: not without ICU, not without tzdata.
        string ran = await Dotnet.RunAsync(parent, elsewhere, "run", "--no-build", "--project", Path.GetFileName(there.Path));
        foreach ((string word, string what) in new[] { ("tr-TR", "culture"), ("14", "time zone") })
        {
            string did = ran.Contains(word, StringComparison.Ordinal) ? "Built in another" : "SKIPPED: this machine has no data for another";
            TestContext.Current.TestOutputHelper?.WriteLine($"{did} {what}.");
        }
    }

    private static void AssertSameEntries(string one, string two)
    {
        using ZipArchive first = ZipFile.OpenRead(one);
        using ZipArchive second = ZipFile.OpenRead(two);
        Assert.NotEmpty(first.Entries);
        Assert.Equal(first.Entries.Select(static entry => entry.FullName), second.Entries.Select(static entry => entry.FullName));
        Assert.Empty(first.Entries
            .Where(entry => !Content(entry).AsSpan().SequenceEqual(Content(second.GetEntry(entry.FullName)!)))
            .Select(static entry => entry.FullName));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
