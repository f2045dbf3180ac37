using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>The README alone leads from an empty folder to manifests.</summary>
public partial class ReadmeTests(PackedHoldfast packed)
{
    [Fact]
    public async Task ItsCommands_LeadFromAnEmptyFolderToManifests()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "README.md"), TestContext.Current.CancellationToken);
        string[] commands = [.. Install().Match(readme).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('#')[0].Trim())];
        Consumer consumer = packed.NewConsumer("Orders").Add("Orders.cs", Declaration().Match(readme).Groups[1].Value);
        foreach (string command in commands[..^1])
        {
            string[] words = command.Split(' ');
            Assert.Equal("dotnet", words[0]);
            await consumer.DotnetAsync(words[1..]);
        }

        string folder = Apply().Match(commands[^1]).Groups[1].Value;
        Assert.Equal(["README.md", "kustomization.yaml", "orders.yaml"], consumer.Files(folder));
    }

    [GeneratedRegex("## Install\n\n```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Install();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Declaration();

    [GeneratedRegex("^kubectl apply -k (.+)$")]
    private static partial Regex Apply();
}
