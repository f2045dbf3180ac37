using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Holdfast.Packaging.Tests.Hosts;

/// <summary>
/// A compiler of one version: its Roslyn, and <see cref="HostedProject"/> once more, bound to it. Only texts go in and come
/// out, since no type of Roslyn's is the same in two hosts.
/// </summary>
internal sealed class CompilerHost : AssemblyLoadContext
{
    private static readonly string[] Roslyn = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"];

    private static readonly ConcurrentDictionary<string, CompilerHost> Hosts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _files;
    private readonly Assembly _tests;

    private CompilerHost(string name, IEnumerable<string> files)
        : base(name, isCollectible: false)
    {
        _files = files.ToDictionary(static file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        _tests = LoadFromAssemblyPath(typeof(CompilerHost).Assembly.Location);
    }

    /// <summary>The name of the host that every SDK brings along.</summary>
    public const string OfTheSdk = "SDK";

    /// <summary>The names of all hosts, the oldest first.</summary>
    public static string[] Names => [.. OtherPackages.Setting("CompilerVersions").Split(';'), OfTheSdk];

    /// <summary>The host of that name, the same one each time.</summary>
    public static CompilerHost Of(string host) => Hosts.GetOrAdd(host, static host => new CompilerHost(host, Roslyn.Select(assembly => FileOf(host, assembly))));

    /// <summary>The version of the compiler, as its own assembly says.</summary>
    public Version Version => LoadFromAssemblyName(new AssemblyName("Microsoft.CodeAnalysis.CSharp")).GetName().Version!;

    /// <inheritdoc cref="HostedProject.CompileAsync"/>
    public Task<string[]> CompileAsync(string package, string project) => (Task<string[]>)_tests
        .GetType(typeof(HostedProject).FullName!, throwOnError: true)!
        .GetMethod(nameof(HostedProject.CompileAsync))!
        .Invoke(null, [package, project])!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _files.TryGetValue(assemblyName.Name!, out string? file) ? LoadFromAssemblyPath(file) : null;

    private static string FileOf(string host, string assembly)
    {
        if (host == OfTheSdk)
        {
            return Path.GetFullPath(Path.Combine(OtherPackages.Setting("SdkCompiler"), assembly + ".dll"));
        }

        string package = assembly == "Microsoft.CodeAnalysis" ? "Microsoft.CodeAnalysis.Common" : assembly;
        string ofNet = Directory
            .GetDirectories(Path.Combine(OtherPackages.Folder(package, host), "lib"))
            .Where(static folder => !folder.EndsWith("netstandard2.0", StringComparison.Ordinal))
            .MaxBy(static folder => new Version(Path.GetFileName(folder)["net".Length..]))!;
        return Path.Combine(ofNet, assembly + ".dll");
    }
}
