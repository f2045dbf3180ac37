using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Holdfast.Packaging.Tests.Hosts;

/// <summary>
/// Loads analyzers as the compiler on .NET does: a context for their folder, which has what lies beside them, and the
/// host's own Roslyn for all else.
/// </summary>
internal sealed class FolderLoader : AssemblyLoadContext, IAnalyzerAssemblyLoader
{
    // The one that this assembly is in, which is not the default one where a host has its own Roslyn.
    private static readonly AssemblyLoadContext Host = GetLoadContext(typeof(FolderLoader).Assembly)!;

    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    public FolderLoader()
        : base("analyzers", isCollectible: false)
    {
    }

    public void AddDependencyLocation(string fullPath)
    {
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(fullPath)!, "*.dll"))
        {
            _files[Path.GetFileNameWithoutExtension(file)] = file;
        }
    }

    public Assembly LoadFromPath(string fullPath) => LoadImage(fullPath);

    protected override Assembly? Load(AssemblyName assemblyName) => _files.TryGetValue(assemblyName.Name!, out string? file)
        ? LoadImage(file)
        : Host.LoadFromAssemblyName(assemblyName);

    /// <summary>From memory, so that the folder can be deleted.</summary>
    private Assembly LoadImage(string file)
    {
        Assembly? loaded = Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == Path.GetFileNameWithoutExtension(file));
        return loaded ?? LoadFromStream(new MemoryStream(File.ReadAllBytes(file)));
    }
}
