using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>The SDK's own <c>dotnet format</c> mends what has a mend, in a project with every mistake.</summary>
[Trait("Category", "Format")]
public partial class FormatTests(PackedHoldfast packed)
{
    /// <summary>
    /// Mistakes of which a file of the sample has some that no fix mends, or that a person has to choose a value for. All others
    /// that have a fix are gone afterwards.
    /// </summary>
    private static readonly string[] Left = ["HF4008", "HF5002"];

    [Fact]
    public async Task Analyzers_AreMended()
    {
        var consumer = Mistakes();
        HashSet<string> before = Ids(await consumer.BuildAsync());
        Assert.Contains("HF9001", before);
        Assert.Contains("HF9004", before);

        var output = await consumer.DotnetAsync("format", "analyzers", "Mistakes.csproj", "--no-restore", "--severity", "info", "-v", "diagnostic");
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.DoesNotContain("Failed to apply code fix", output, StringComparison.Ordinal);
        Assert.DoesNotContain("didn't return a Fix All action", output, StringComparison.Ordinal);
        Assert.DoesNotContain("returned an unexpected operation", output, StringComparison.Ordinal);

        HashSet<string> after = Ids(await consumer.BuildAsync("--no-restore"));
        TestContext.Current.TestOutputHelper?.WriteLine("Mended: " + string.Join(", ", before.Except(after).Order()) + "\nLeft: " + string.Join(", ", after.Order()));
        Assert.Empty(after.Except(before));
        Assert.Equal(Left, Mendable.Intersect(after).Order());
    }

    [Fact]
    public async Task TheWholeFormat_Ends()
    {
        var consumer = Mistakes();
        await consumer.DotnetAsync("restore", "-nodeReuse:false");
        var output = await consumer.DotnetAsync("format", "Mistakes.csproj", "--no-restore", "-v", "diagnostic");
        Assert.DoesNotContain("Failed to apply code fix", output, StringComparison.Ordinal);
        Assert.DoesNotContain("didn't return a Fix All action", output, StringComparison.Ordinal);
        Assert.DoesNotContain("returned an unexpected operation", output, StringComparison.Ordinal);
        Assert.DoesNotContain("HF9001", await consumer.BuildAsync("--no-restore"), StringComparison.Ordinal);
    }

    /// <summary>Each has a fix that mends its one example in the sample.</summary>
    private static string[] Mendable => ["HF1001", "HF1010", "HF2001", "HF2002", "HF2003", "HF3001", "HF3008", "HF3011", "HF3012", "HF4001", "HF4003", "HF4004", "HF4008", "HF5001", "HF5002", "HF5003", "HF5004", "HF9001", "HF9002"];

    private Consumer Mistakes()
    {
        var consumer = packed.NewConsumer();
        string sample = Path.Combine(RepositoryPaths.Root, "samples/Mistakes");
        foreach (string file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(sample, file).Replace('\\', '/');
            if (!relative.StartsWith("bin/", StringComparison.Ordinal) && !relative.StartsWith("obj/", StringComparison.Ordinal) && !relative.EndsWith(".md", StringComparison.Ordinal))
            {
                consumer.Add(relative, File.ReadAllText(file));
            }
        }

        // The sample refers to the repository's projects; a user refers to the package.
        string project = consumer.Read("Mistakes.csproj");
        Assert.Contains("</Project>", project, StringComparison.Ordinal);
        return consumer.Add("Mistakes.csproj", project.Replace("</Project>", $"<PropertyGroup><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup><ItemGroup>{consumer.PackageReference}</ItemGroup></Project>", StringComparison.Ordinal));
    }

    private static HashSet<string> Ids(string output) => [.. Warning().Matches(output).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("warning (HF[0-9]{4}):")]
    private static partial Regex Warning();
}
