namespace Holdfast.Packaging.Tests;

/// <summary>A user's folder with a project or several.</summary>
public sealed class Consumer(PackedHoldfast packed, string path)
{
    /// <summary>Properties that make an application.</summary>
    public const string Exe = "<OutputType>Exe</OutputType>";

    public string Path { get; } = path;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public string PackageReference => ReferenceTo(packed.Version);

    public static string ReferenceTo(string version) => $"<PackageReference Include=\"Holdfast\" Version=\"{version}\" />";

    /// <summary>Adds an application with one declared app, in this folder itself.</summary>
    public Consumer AddApplication(string properties = "", string items = "") => this
        .Add("App.csproj", Source.Project(Exe + properties, PackageReference + items))
        .Add("Program.cs", "System.Console.WriteLine(Shop.ZooKeeper.Manifests.Yaml);\n")
        .Add("ZooKeeper.cs", Source.App("ZooKeeper", "zookeeper"));

    public Consumer Add(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], text);
        return this;
    }

    public Consumer Delete(string file)
    {
        File.Delete(this[file]);
        return this;
    }

    public Task<string> DotnetAsync(params string[] arguments) => Dotnet.RunAsync(Path, arguments);

    public Task<string> BuildAsync(params string[] arguments) => DotnetAsync(["build", "-nodeReuse:false", .. arguments]);

    public Task<string> FailToBuildAsync(params string[] arguments) =>
        Dotnet.FailAsync(Path, ["build", "-nodeReuse:false", .. arguments]);

    public string Read(string file) => File.ReadAllText(this[file]);

    /// <summary>The names in a folder, or nothing when it is not there.</summary>
    public string[] Files(string folder) => Directory.Exists(this[folder])
        ? [.. Directory.GetFileSystemEntries(this[folder]).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Each file below this folder and when it was written.</summary>
    public SortedDictionary<string, DateTime> Times() => new(
        Directory.GetFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc),
        StringComparer.Ordinal);
}
