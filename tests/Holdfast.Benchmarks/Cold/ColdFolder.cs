using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Holdfast.Benchmarks.Sources;

namespace Holdfast.Benchmarks.Cold;

/// <summary>A temporary folder with the package's assemblies, as users get them, and with what is compiled.</summary>
internal sealed class ColdFolder : IDisposable
{
    private const int Types = 10;

    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static readonly string Sdk = ReadSdk();

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("holdfast-cold-");

    public ColdFolder()
    {
        // The release's assemblies, so that what is measured is what is shipped.
        string repository = Repository();
        _ = StartedProcess.Run(repository, "pack", "nuget/Holdfast/Holdfast.Package.csproj", "-c", "Release", "-o", Path.Combine(Root, "feed"), "-p:Version=0.0.1-cold", "-nodeReuse:false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false");
        ZipFile.ExtractToDirectory(Path.Combine(Root, "feed", "Holdfast.0.0.1-cold.nupkg"), Path.Combine(Root, "package"));
        for (int type = 0; type < Types; type++)
        {
            Write($"Class{type}.cs", TypeSources.Plain(type));
            Write($"Type{type}.cs", TypeSources.Holdfast(type, edit: 0));
        }

        var settings = new StringBuilder("is_global = true\n");
        var files = new StringBuilder();
        for (int file = 0; file < ManifestSources.Count; file++)
        {
            string path = Path.Combine(Root, "k8s", $"area-{file / 10}", $"orders-{file}.yaml");
            Write(path, ManifestSources.Text(file));
            settings.Append($"[{path.Replace('\\', '/')}]\nbuild_metadata.AdditionalFiles.HoldfastManifest = true\n");
            files.Append($"/additionalfile:\"{path}\"\n");
        }

        Write("manifests.globalconfig", settings.ToString());
        Write("manifests.rsp", files.Append($"/analyzerconfig:\"{Path.Combine(Root, "manifests.globalconfig")}\"\n").ToString());
        Write("common.rsp", Common());
    }

    public string Root => _root.FullName;

    /// <summary>The compiler of the SDK that runs this, in a folder with its server.</summary>
    public static string Compiler { get; } = Path.Combine(Sdk, "Roslyn", "bincore");

    public IEnumerable<string> Analyzers => Directory.EnumerateFiles(Path.Combine(Root, "package", "analyzers", "dotnet", "cs"), "*.dll").Select(static file => "/analyzer:" + file);

    public static IEnumerable<string> Classes => Enumerable.Range(0, Types).Select(static type => $"Class{type}.cs");

    public static IEnumerable<string> DeclaredTypes => Enumerable.Range(0, Types).Select(static type => $"Type{type}.cs");

    public void Dispose() => _root.Delete(recursive: true);

    private static string ReadSdk()
    {
        using Process process = StartedProcess.Start(AppContext.BaseDirectory, "--version");
        return Path.Combine(Dotnet, "sdk", process.StandardOutput.ReadToEnd().Trim());
    }

    /// <summary>
    /// References, and the analyzers and generators that the SDK gives each project: what they need of the compiler is paid with or without
    /// the package.
    /// </summary>
    private string Common()
    {
        string pack = Directory.EnumerateDirectories(Path.Combine(Dotnet, "packs", "Microsoft.NETCore.App.Ref"), "10.*").Max(StringComparer.Ordinal)!;
        string rules = Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        return string.Join('\n',
        [
            "/nostdlib",
            "/nologo",
            "/target:library",
            "/nullable:enable",
            "/deterministic",
            "/nowarn:CS1701",
            $"/out:\"{Path.Combine(Root, "out.dll")}\"",
            .. Directory.EnumerateFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Order(StringComparer.Ordinal).Select(Reference),
            Reference(Path.Combine(Root, "package", "lib", "net8.0", "Holdfast.dll")),
            Analyzer(Path.Combine(rules, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll")),
            Analyzer(Path.Combine(rules, "Microsoft.CodeAnalysis.NetAnalyzers.dll")),
            .. Directory.EnumerateFiles(Path.Combine(pack, "analyzers", "dotnet", "cs"), "*.dll").Order(StringComparer.Ordinal).Select(Analyzer),
            string.Empty,
        ]);

        static string Reference(string file) => $"/reference:\"{file}\"";

        static string Analyzer(string file) => $"/analyzer:\"{file}\"";
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The paths that a release's compiler knows are none of this machine, so it is looked for from the program's folder up.</summary>
    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Analyzers.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The program is not in the repository.");
    }
}
