using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary>
/// What pages tell people to type exists: projects, solutions, targets, properties, packages, tests. The commands are not run
/// here. Builds, packs and consumers of the package are run by Holdfast.Packaging.Tests, samples by Holdfast.Samples.Tests, the tests by
/// the machine; <c>kubectl</c> needs a cluster, and the benchmarks take minutes.
/// </summary>
public partial class ShellBlockTests
{
    private static readonly string[] Known = ["csharp", "xml", "sh", "console", "yaml", "text", "ini"];

    public static TheoryData<string> Blocks => Block.Of("sh", "console");

    private static string Targets { get; } = string.Concat(Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "nuget/Holdfast/build"))
        .Append(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Analyzers/Settings/BuildProperties.cs"))
        .Select(File.ReadAllText));

    /// <summary>The parts of the command, each with the code that lists its options.</summary>
    private static Dictionary<string, string> ToolCommands { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Tool/Commands"), "*Command.cs")
        .ToDictionary(
            static file => Path.GetFileNameWithoutExtension(file)[..^"Command".Length].ToLowerInvariant(),
            static file => File.ReadAllText(file) + File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "CommonOptions.cs")),
            StringComparer.Ordinal);

    /// <summary>A block without a language would be tried by nothing.</summary>
    [Fact]
    public void EveryBlockSaysWhatItIs() => Assert.All(Block.All, static block => Assert.True(Known.Contains(block.Language), $"{block} begins with '{block.Language}'."));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void NamesWhatExists(string place)
    {
        Block block = Block.At(place);
        string[] commands = [.. Commands(block)];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Null(Problem(command)));
    }

    [Theory]
    [InlineData("dotnet build samples/Nothing", "samples/Nothing")]
    [InlineData("dotnet build -t:HoldfastSink", "HoldfastSink")]
    [InlineData("dotnet build -p:HoldfastNothing=1", "HoldfastNothing")]
    [InlineData("dotnet add package Holdfast", "--prerelease")]
    [InlineData("dotnet add package Holdfast.Nothing --prerelease", "Holdfast.Nothing")]
    [InlineData("dotnet new install Holdfast.Nothing", "Holdfast.Nothing")]
    [InlineData("dotnet new holdfast-nothing -n Orders", "holdfast-nothing")]
    [InlineData("dotnet test tests/Holdfast.Tests --filter NoSuchTests", "NoSuchTests")]
    [InlineData("dotnet test Analyzers.sln --filter \"Category!=Fuzz&Category!=Slow\"", "Category!=Slow")]
    [InlineData("dotnet tool install --global Holdfast.Nothing --prerelease", "Holdfast.Nothing")]
    [InlineData("dotnet tool install --global Holdfast.Tool", "--prerelease")]
    [InlineData("holdfast nothing", "nothing")]
    [InlineData("holdfast lint --nothing", "--nothing")]
    [InlineData("cat x.yaml | holdfast lint -", "cat")]
    [InlineData("dotnet destroy", "destroy")]
    [InlineData("make", "make")]
    public void FindsWhatIsWrong(string command, string expected) => Assert.Contains(expected, Problem(command), StringComparison.Ordinal);

    private static IEnumerable<string> Commands(Block block) => block.Text.Split('\n')
        .Where(line => block.Language == "sh" || line.StartsWith("$ ", StringComparison.Ordinal))
        .Select(static line => Comment().Replace(line.TrimStart('$', ' '), "").Trim())
        .Where(static line => line.Length > 0);

    /// <summary>What is wrong with a command; null where nothing is.</summary>
    private static string? Problem(string command)
    {
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(static word => Assignment().IsMatch(word))];
        if (command.Split('|') is [var source, var sink])
        {
            return words is ["helm", "template", ..] or ["kubectl", "kustomize" or "get", ..] ? Problem(sink) : $"'{source.Trim()}' is not a source that the pages need.";
        }

        // A script that the block before has written is run by bash.
        if (words is ["kubectl", "apply" or "delete" or "annotate" or "exec" or "scale", ..] or ["bash", "grow.sh"])
        {
            return null;
        }

        if (words is ["holdfast", var part, .. var options])
        {
            return !ToolCommands.TryGetValue(part, out string? code) ? $"holdfast has no command {part}."
                : options.FirstOrDefault(option => option.Length > 1 && option.StartsWith('-') && !code.Contains($"\"{option}\"", StringComparison.Ordinal)) is { } unknown ? $"holdfast {part} has no option {unknown}."
                : null;
        }

        if (words is not ["dotnet", var verb, .. var rest])
        {
            return $"'{words[0]}' is not a command that the pages need.";
        }

        int end = Array.IndexOf(rest, "--");
        string[] own = end < 0 ? rest : rest[..end];
        foreach (string word in own)
        {
            if (word.StartsWith("-t:", StringComparison.Ordinal) && !Targets.Contains($"Target Name=\"{word[3..]}\"", StringComparison.Ordinal))
            {
                return $"There is no target {word[3..]}.";
            }

            if (word.StartsWith("-p:Holdfast", StringComparison.Ordinal) && !Targets.Contains(word[3..word.IndexOf('=', StringComparison.Ordinal)], StringComparison.Ordinal))
            {
                return $"There is no property {word[3..]}.";
            }
        }

        switch (verb)
        {
            case "build" or "test" or "pack" or "run" or "publish":
                string? project = ValueOf(own, "--project") ?? (own.FirstOrDefault() is { } first && !first.StartsWith('-') ? first : null);
                if (project is not null && !Exists(project))
                {
                    return $"There is no project {project}.";
                }

                return ValueOf(own, "--filter")?.Trim('"').Split('&').FirstOrDefault(part => !HasTest(project!, part)) is { } nothing ? $"There is no test {nothing} in {project}." : null;
            case "add":
                if (own is not ["package", var id, ..] || !Packages().Contains(id))
                {
                    return $"{command}: there is no such package.";
                }

                return own.Contains("--prerelease") == IsPrerelease() ? null : "--prerelease goes with a version that is none yet, and with no other.";
            case "tool":
                return own is ["install", "--global", var tool, ..] && Packages().Contains(tool)
                    ? own.Contains("--prerelease") == IsPrerelease() ? null : "--prerelease goes with a version that is none yet, and with no other."
                    : $"{command}: there is no such package.";
            case "new":
                // Of the SDK's own templates the pages need one.
                return own is ["console"] ? null
                    : own is ["install", var templates] ? Packages().Contains(templates) ? null : $"There is no package {templates}."
                    : own is [var template, "-n", _] && Templates().Contains(template) ? null : $"{command}: there is no such template.";
            default:
                return $"'dotnet {verb}' is not a command that the pages need.";
        }
    }

    private static string? ValueOf(string[] words, string option) => Array.IndexOf(words, option) is var index and >= 0 && index + 1 < words.Length ? words[index + 1] : null;

    private static bool Exists(string project) =>
        Path.Combine(RepositoryPaths.Root, project) is var path
        && (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*.csproj").Any()));

    /// <summary>Whether a project, or one of the solution's, has tests that a part of a filter names: by their names or by their category.</summary>
    private static bool HasTest(string project, string part)
    {
        string text = Category().Match(part) is { Success: true } category ? $"Trait(\"Category\", \"{category.Groups[1].Value}\")" : part;
        string path = Path.Combine(RepositoryPaths.Root, project);
        return Directory.EnumerateFiles(Directory.Exists(path) ? path : Path.Combine(RepositoryPaths.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal));
    }

    private static ImmutableArray<string> Packages() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "nuget"), "*.Package.csproj", SearchOption.AllDirectories)
            .Select(static file => Path.GetFileName(file)[..^".Package.csproj".Length]),
    ];

    /// <summary>The names of the templates for <c>dotnet new</c>; one may have several.</summary>
    private static ImmutableArray<string> Templates() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "nuget/Holdfast.Templates/content"), "template.json", SearchOption.AllDirectories)
            .Select(static file => JsonNode.Parse(File.ReadAllText(file))!["shortName"]!)
            .SelectMany(static names => names is JsonArray several ? several.Select(static name => name!.GetValue<string>()) : [names.GetValue<string>()]),
    ];

    private static bool IsPrerelease() => XDocument.Load(Path.Combine(RepositoryPaths.Root, "Directory.Build.props"))
        .Descendants("VersionSuffix").Any(static suffix => suffix.Value.Length > 0);

    [GeneratedRegex(@"(?:^|\s+)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("^Category!?=(.+)$")]
    private static partial Regex Category();

    [GeneratedRegex("^[A-Z_]+=")]
    private static partial Regex Assignment();
}
