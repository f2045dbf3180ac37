using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

public class PackageContentTests(PackedHoldfast packed)
{
    // What NuGet adds to every package.
    private static readonly string[] Container = ["_rels/", "package/", "[Content_Types].xml"];

    private const string RulePages = "docs/rules/";

    private const long MostBytes = 2_500_000;

    [Fact]
    public void Package_HoldsTheseFilesAndNoOther() => Assert.Equal(
        [
            "Holdfast.nuspec",
            "README.md",
            "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/cs/Holdfast.Analyzers.dll",
            "analyzers/dotnet/cs/Holdfast.Analyzers.pdb",
            "analyzers/dotnet/cs/Holdfast.CodeFixes.dll",
            "analyzers/dotnet/cs/Holdfast.CodeFixes.pdb",
            "analyzers/dotnet/cs/Holdfast.Engine.dll",
            "analyzers/dotnet/cs/Holdfast.Engine.pdb",
            "analyzers/dotnet/cs/Holdfast.ReadAhead.dll",
            "analyzers/dotnet/cs/Holdfast.ReadAhead.pdb",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "build/Holdfast.props",
            "build/Holdfast.targets",
            "buildTransitive/Holdfast.props",
            "icon.png",
            "lib/net8.0/Holdfast.dll",
            "lib/net8.0/Holdfast.pdb",
            "lib/net8.0/Holdfast.xml",
            "presets/quiet.globalconfig",
            "presets/recommended.globalconfig",
            "presets/strict.globalconfig",
            "tasks/net472/Holdfast.Build.dll",
            "tasks/net472/System.Buffers.dll",
            "tasks/net472/System.Collections.Immutable.dll",
            "tasks/net472/System.Memory.dll",
            "tasks/net472/System.Numerics.Vectors.dll",
            "tasks/net472/System.Reflection.Metadata.dll",
            "tasks/net472/System.Runtime.CompilerServices.Unsafe.dll",
            "tasks/netstandard2.0/Holdfast.Build.dll",
        ],
        Entries(packed.Package).Where(static entry => !entry.StartsWith(RulePages, StringComparison.Ordinal)));

    // Where a help link leads, for those who are offline.
    [Fact]
    public void Package_HasThePageOfEachRule() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs/rules")).Select(static file => RulePages + Path.GetFileName(file)).Order(StringComparer.Ordinal),
        Entries(packed.Package).Where(static entry => entry.StartsWith(RulePages, StringComparison.Ordinal)));

    [Fact]
    public void Package_IsOfReasonableSize() => Assert.InRange(new FileInfo(packed.Package).Length, 1, MostBytes);

    [Fact]
    public void SymbolPackage_HoldsTheSymbols() => Assert.Equal(
        [
            "Holdfast.nuspec",
            "analyzers/dotnet/cs/Holdfast.Analyzers.pdb",
            "analyzers/dotnet/cs/Holdfast.CodeFixes.pdb",
            "analyzers/dotnet/cs/Holdfast.Engine.pdb",
            "analyzers/dotnet/cs/Holdfast.ReadAhead.pdb",
            "lib/net8.0/Holdfast.pdb",
        ],
        Entries(packed.SymbolPackage));

    [Fact]
    public void Metadata_HasNoDependency_AndHidesNothing()
    {
        using var package = ZipFile.OpenRead(packed.Package);
        using var stream = package.GetEntry("Holdfast.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        Assert.Equal("Holdfast", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.StartsWith("### Added", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.DoesNotContain("## [", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName == "dependency");

        // It would keep lib/ from the compiler.
        Assert.Null(Value("developmentDependency"));

        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
    }

    // There is no .NET Framework on most build machines, so at least nothing may be missing: what an assembly of the folder
    // references is in the folder, in MSBuild, or in the framework itself.
    [Fact]
    public void NetFrameworkTask_IsComplete()
    {
        const string Folder = "tasks/net472/";
        string[] broughtByTheHost =
        [
            "mscorlib", "netstandard", "System", "System.Core", "System.Numerics", "System.Runtime", "System.IO.Compression",
            "System.Runtime.InteropServices.RuntimeInformation", "Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core",
        ];
        using var package = ZipFile.OpenRead(packed.Package);
        var assemblies = package.Entries
            .Where(e => e.FullName.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(e => Path.GetFileNameWithoutExtension(e.Name), References, StringComparer.Ordinal);

        var missing = assemblies.SelectMany(a => a.Value.Select(r => $"{a.Key} -> {r}"))
            .Where(r => !assemblies.ContainsKey(Name(r)) && !broughtByTheHost.Contains(Name(r)));

        Assert.NotEmpty(assemblies);
        Assert.Empty(missing);

        static string Name(string reference) => reference[(reference.IndexOf('>', StringComparison.Ordinal) + 2)..];
    }

    // MSBuild on .NET brings these; a task that needs more would have to ship it.
    [Fact]
    public void NetTask_NeedsNothingBesideIt()
    {
        using var package = ZipFile.OpenRead(packed.Package);

        var references = References(package.GetEntry("tasks/netstandard2.0/Holdfast.Build.dll")!);

        Assert.Equal(
            ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core", "System.Memory", "System.Reflection.Metadata", "netstandard"],
            references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Icon_Is128By128()
    {
        using var package = ZipFile.OpenRead(packed.Package);
        using var stream = package.GetEntry("icon.png")!.Open();
        var header = new byte[24];
        stream.ReadExactly(header);

        Assert.Equal("\u0089PNG", System.Text.Encoding.Latin1.GetString(header, 0, 4));
        Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], header[16..]);
    }

    internal static string[] Entries(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return
        [
            .. zip.Entries
                .Select(e => e.FullName)
                .Where(e => !Container.Any(c => e.StartsWith(c, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string[] References(ZipArchiveEntry assembly)
    {
        using var stream = assembly.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        using var image = new PEReader(copy);
        var reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name))];
    }
}
