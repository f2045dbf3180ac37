using System.Xml.Linq;
using Holdfast.Packaging.Tests;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary>What pages show of project files is what MSBuild and the package know: MSBuild evaluates it beside the package's own targets.</summary>
public class XmlBlockTests
{
    public static TheoryData<string> Blocks => Block.Of("xml");

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task IsEvaluated(string place)
    {
        Block block = Block.At(place);
        var root = XElement.Parse("<Project>" + block.Text + "</Project>");
        XElement project = root.Elements().FirstOrDefault() is { Name.LocalName: "Project" } whole ? whole
            : root.Elements().Any(static element => element.Name.LocalName is "ItemGroup" or "PropertyGroup") ? root
            : new XElement("Project", new XElement("PropertyGroup", root.Elements()));
        XElement[] set = [.. project.Descendants().Where(static element => element.Parent?.Name.LocalName is "ItemGroup" or "PropertyGroup")];
        Assert.NotEmpty(set);

        // A name that begins like the package's must be known to the package.
        string targets = string.Concat(Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "nuget/Holdfast"), "Holdfast.*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(
            set.Select(static element => element.Name.LocalName).Where(static name => name.StartsWith("Holdfast", StringComparison.Ordinal) || name.StartsWith("Kubernetes", StringComparison.Ordinal)),
            name => Assert.Contains(name, targets, StringComparison.Ordinal));

        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast docs ");
        try
        {
            foreach (string file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), "<Project />", TestContext.Current.CancellationToken);
            }

            project.SetAttributeValue("Sdk", "Microsoft.NET.Sdk");
            project.AddFirst(
                new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0"), new XElement("Version", "1.2.3")),
                new XElement("Import", new XAttribute("Project", Path.Combine(RepositoryPaths.Root, "nuget/Holdfast/build/Holdfast.props"))));
            project.Add(new XElement("Import", new XAttribute("Project", Path.Combine(RepositoryPaths.Root, "nuget/Holdfast/build/Holdfast.targets"))));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "App.csproj"), project.ToString(), TestContext.Current.CancellationToken);
            // As in CI, since pages show what is for CI only.
            foreach (XElement element in set.Where(static element => element.Parent!.Name.LocalName == "PropertyGroup" && !element.Value.Contains('$', StringComparison.Ordinal) && element.Value.Length > 0).Take(1))
            {
                Assert.Equal(element.Value, (await Dotnet.RunAsync(folder.FullName, "msbuild", "App.csproj", "-nodeReuse:false", "-p:CI=true", "-getProperty:" + element.Name.LocalName)).Trim());
            }

            foreach (XElement element in set.Where(static element => element.Parent!.Name.LocalName == "ItemGroup").Take(1))
            {
                Assert.Contains($"\"{element.Name.LocalName}\"", await Dotnet.RunAsync(folder.FullName, "msbuild", "App.csproj", "-nodeReuse:false", "-getItem:" + element.Name.LocalName), StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
