using System.Reflection;
using System.Runtime.InteropServices;

namespace Holdfast.Benchmarks.Hosts;

/// <summary>A compiler that Holdfast runs in.</summary>
/// <param name="Version">Its version, as the tables name it.</param>
/// <param name="Folder">Where its assemblies are; null for those of the package that this is built with.</param>
internal sealed record RoslynHost(string Version, string? Folder)
{
    private const string Compiler = "Microsoft.CodeAnalysis.CSharp.dll";

    /// <summary>The oldest one: the package.</summary>
    public static RoslynHost Oldest { get; } = new(VersionOf(Path.Combine(AppContext.BaseDirectory, Compiler)), null);

    /// <summary>The newest one that this machine has, which is that of its newest SDK; null where that is the oldest.</summary>
    public static RoslynHost? FindNewest()
    {
        // …/shared/Microsoft.NETCore.App/10.0.12/ of the runtime that runs this.
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "sdk"))
            .Select(static sdk => Path.Combine(sdk, "Roslyn", "bincore"))
            .Where(static folder => File.Exists(Path.Combine(folder, Compiler)))
            .Select(static folder => new RoslynHost(VersionOf(Path.Combine(folder, Compiler)), folder))
            .Where(static host => host.Version != Oldest.Version)
            .MaxBy(static host => System.Version.Parse(host.Version));
    }

    private static string VersionOf(string file) => AssemblyName.GetAssemblyName(file).Version!.ToString(2);
}
