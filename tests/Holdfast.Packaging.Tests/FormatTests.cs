using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>The SDK's own <c>dotnet format</c> fixes what has a fix, in a project with every mistake.</summary>
[Trait("Category", "Format")]
public partial class FormatTests(PackedHoldfast packed)
{
    /// <summary>Mistakes that have a fix in other places, but none where the sample makes them: there is more than one fix, or a value is missing.</summary>
    private static readonly string[] Left = ["HF2006", "HF2009", "HF2010", "HF2011", "HF2013", "HF3006", "HF5009", "HF6001", "HF6008", "HF9006", "HF9008"];

    private static string Sample => Path.Combine(RepositoryPaths.Root, "samples/Mistakes");

    /// <summary>Whitespace, style and analyzers, at the severity at which suggestions are fixed too.</summary>
    [Fact]
    public async Task WhatHasAMend_IsMended()
    {
        var consumer = Mistakes();
        // The sample's README shows what a build finds, and MistakesSampleTests compares the two.
        HashSet<string> before = Ids(File.ReadAllText(Path.Combine(Sample, "README.md")));
        await consumer.DotnetAsync("restore");
        Assert.Contains("HF9001", before);
        Assert.Contains("HF9004", before);

        var output = await consumer.DotnetAsync("format", "Mistakes.csproj", "--no-restore", "--severity", "info", "-v", "diagnostic");
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.DoesNotContain("Failed to apply code fix", output, StringComparison.Ordinal);
        Assert.DoesNotContain("didn't return a Fix All action", output, StringComparison.Ordinal);
        Assert.DoesNotContain("returned an unexpected operation", output, StringComparison.Ordinal);
        HashSet<string> withoutFix = [.. WithoutFix().Matches(output).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(withoutFix);

        HashSet<string> after = Ids(await consumer.BuildAsync("--no-restore"));
        TestContext.Current.TestOutputHelper?.WriteLine("Fixed: " + string.Join(", ", before.Except(after).Order()) + "\nLeft: " + string.Join(", ", after.Order()));
        Assert.Empty(after.Except(before));
        Assert.Equal(Left, after.Except(withoutFix).Order());
    }

    private Consumer Mistakes()
    {
        var consumer = packed.NewConsumer();
        foreach (string file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(Sample, file).Replace('\\', '/');
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

    /// <summary>What is found in sources; <c>dotnet format</c> does not get what has no place in one.</summary>
    private static HashSet<string> Ids(string output) => [.. Warning().Matches(output).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("Unable to fix (HF[0-9]{4})\\. No associated code fix found")]
    private static partial Regex WithoutFix();

    [GeneratedRegex(@"\.cs\(\d+,\d+\): warning (HF\d{4}):")]
    private static partial Regex Warning();
}
