using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary><c>Directory.Solution.targets</c> finds test projects by their names, so that none is left out of <c>dotnet test Analyzers.sln</c>.</summary>
public partial class SolutionTests
{
    private static readonly string[] NotCloned = ["artifacts", "bin", "obj", ".git"];

    [Fact]
    public void EveryTestProject_EndsWithTests_AndIsInTheSolution()
    {
        ImmutableArray<string> projects = [.. Projects(RepositoryPaths.Root)];
        ImmutableArray<string> tested = [.. projects.Where(IsTestProject)];
        Assert.Contains(tested, static project => project.EndsWith("Holdfast.Packaging.Tests.csproj", StringComparison.Ordinal));
        Assert.Contains(tested, static project => project.EndsWith("Company.Service1.Tests.csproj", StringComparison.Ordinal));
        Assert.Equal(projects.Where(static project => project.EndsWith("Tests.csproj", StringComparison.Ordinal)), tested);

        ImmutableHashSet<string> listed = [.. SolutionProject().Matches(Read("Analyzers.sln")).Select(static match => match.Groups[1].Value.Replace('\\', '/'))];
        Assert.Empty(tested.Where(project => !listed.Contains(project)));
    }

    [Fact]
    public void EveryNameInTheOrder_IsATestProject()
    {
        ImmutableHashSet<string> names = [.. Projects(RepositoryPaths.Root).Where(IsTestProject).Select(static project => Path.GetFileNameWithoutExtension(project))];
        ImmutableArray<string> order = [.. NameInOrder().Matches(Read("Directory.Solution.targets")).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(order);
        Assert.Empty(order.Where(name => !names.Contains(name)));
    }

    /// <summary>Those that refer to the test SDK, themselves or by the properties that the folder of tests shares.</summary>
    private static bool IsTestProject(string project)
    {
        const string Shared = "tests/Directory.Build.props";
        string folder = Path.GetDirectoryName(project)!.Replace('\\', '/');
        bool shares = Path.GetDirectoryName(folder) == "tests" && !File.Exists(Path.Combine(RepositoryPaths.Root, folder, "Directory.Build.props"));
        return (Read(project) + (shares ? Read(Shared) : "")).Contains("\"Microsoft.NET.Test.Sdk\"", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Projects(string folder) => Directory.EnumerateFiles(folder, "*.csproj")
        .Select(static file => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder).Where(static name => !NotCloned.Contains(Path.GetFileName(name))).SelectMany(Projects))
        .Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, file));

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex SolutionProject();

    [GeneratedRegex("'%\\(Filename\\)' == '([^']+)'")]
    private static partial Regex NameInOrder();
}
