using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>The README of the sample shows what a build of it says.</summary>
public partial class BringYourOwnYamlTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "samples", "BringYourOwnYaml");

    [Fact]
    public async Task TheReadmeShowsWhatIsFound()
    {
        var run = new ManifestRun().Reference(KubernetesCode.Reference);
        foreach (string file in Directory.GetFiles(Path.Combine(Folder, "k8s"), "*.yaml", SearchOption.AllDirectories))
        {
            run.File(Path.GetRelativePath(Folder, file).Replace('\\', '/'), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        run.Source("global using System; global using System.Collections.Generic; global using System.Threading.Tasks;");
        run.Source(await File.ReadAllTextAsync(Path.Combine(Folder, "Operator.cs"), TestContext.Current.CancellationToken));
        string[] found = [.. (await run.ShowAsync()).Select(static line => line.Replace("/src/File1.cs", "Operator.cs", StringComparison.Ordinal))];
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT_SNAPSHOTS") == "true")
        {
            string readme = Path.Combine(Folder, "README.md");
            Dictionary<string, string> byPlace = found.Select(static line => Regex.Replace(line, ": error HF", ": warning HF")).ToDictionary(PlaceOf, StringComparer.Ordinal);
            await File.WriteAllTextAsync(
                readme,
                Finding().Replace(await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken), match => byPlace.GetValueOrDefault(PlaceOf(match.Value), match.Value)),
                TestContext.Current.CancellationToken);
        }

        string[] shown = [.. Finding().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "README.md"), TestContext.Current.CancellationToken)).Select(static match => match.Value)];
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Select(Ungraded).Order(StringComparer.Ordinal), found.Select(Ungraded).Order(StringComparer.Ordinal));
    }

    /// <summary>The file, the place and the rule.</summary>
    private static string PlaceOf(string line) => line[..(line.IndexOf(" HF", StringComparison.Ordinal) + 7)];

    /// <summary>The sample makes warnings of errors.</summary>
    private static string Ungraded(string line) => Regex.Replace(line, "(warning|error) HF", "HF");

    [GeneratedRegex(@"^\S+\([0-9]+,[0-9]+\): warning HF[0-9]{4}: .*$", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
