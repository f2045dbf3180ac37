using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Holdfast.Benchmarks.Peers;

/// <summary>Generators of other projects, out of the files that their packages ship.</summary>
internal static class PeerGenerators
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "peers");

    public static IEnumerable<ISourceGenerator> Json() => In("json", "System.Text.Json.SourceGeneration.dll");

    public static IEnumerable<ISourceGenerator> Mapperly() => In("mapperly", "Riok.Mapperly.dll");

    public static IEnumerable<ISourceGenerator> Mvvm() => In("mvvm", "CommunityToolkit.Mvvm.SourceGenerators.dll");

    /// <summary>What types refer to that the generators work on.</summary>
    public static IEnumerable<MetadataReference> References { get; } =
    [
        MetadataReference.CreateFromFile(Path.Combine(Root, "mapperly", "Riok.Mapperly.Abstractions.dll")),
        MetadataReference.CreateFromFile(Path.Combine(Root, "mvvm", "CommunityToolkit.Mvvm.dll")),
    ];

    /// <summary>All generators of a file, as the compiler runs them.</summary>
    private static IEnumerable<ISourceGenerator> In(string folder, string file)
    {
        var context = new FolderContext(Path.Combine(Root, folder));
        Assembly assembly = context.LoadFromAssemblyPath(Path.Combine(Root, folder, file));
        return
        [
            .. assembly.GetTypes()
                .Where(static type => type.GetCustomAttribute<GeneratorAttribute>() is not null)
                .Select(static type => ((IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!).AsSourceGenerator()),
        ];
    }

    /// <summary>Takes what is beside the generator from there, and the compiler from us, whichever that is.</summary>
    private sealed class FolderContext(string folder) : AssemblyLoadContext
    {
        private static readonly AssemblyLoadContext Ours = GetLoadContext(typeof(PeerGenerators).Assembly)!;

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : Ours == Default ? null : Ours.LoadFromAssemblyName(assemblyName);
        }
    }
}
