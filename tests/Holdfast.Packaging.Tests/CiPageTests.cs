using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>The recipes of <c>docs/ci.md</c>: what their steps run writes the files that their next steps upload.</summary>
public partial class CiPageTests(PackedHoldfast packed)
{
    [Fact]
    public async Task TheRecipes_UploadWhatTheyWrite()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "docs/ci.md"), TestContext.Current.CancellationToken);
        string[] commands = [.. Command().Matches(page).Select(static match => match.Groups[1].Value).Where(static command => command.Contains("ErrorLog", StringComparison.Ordinal)).Distinct()];
        string[] files = [.. Upload().Matches(page).Select(static match => match.Groups[1].Value)];
        Assert.Equal(2, files.Length);

        // A solution in the repository's folder, as most have it.
        Consumer consumer = packed.NewConsumer()
            .Add("Shop.slnx", "<Solution><Project Path=\"Orders/Orders.csproj\" /></Solution>")
            .Add("Orders/Orders.csproj", Source.Project("<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", packed.NewConsumer().PackageReference))
            .Add("Orders/Orders.cs", Source.App("Orders", "orders", size: "10GB"))
            .Add("Orders/k8s/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: Orders_A}\nspec: {clusterIP: None, selector: {app: orders}}\n");
        await consumer.FailToBuildAsync([.. Assert.Single(commands).Split(' ')[2..]]);

        Assert.All(files, file =>
        {
            JsonNode sarif = JsonNode.Parse(consumer.Read(file))!;
            Assert.Equal("2.1.0", sarif["version"]!.GetValue<string>());
            string[] found = [.. sarif["runs"]![0]!["results"]!.AsArray().Select(static result => result!["ruleId"]!.GetValue<string>())];
            Assert.Contains("HF3008", found);
            Assert.Contains("HF2003", found);
        });
    }

    [GeneratedRegex("^ *- (?:run|script): (dotnet build.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("^ *(?:sarif_file|PathtoPublish): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Upload();
}
