using System.Reflection;
using System.Runtime.Loader;

namespace Holdfast.Benchmarks.Hosts;

/// <summary>
/// All of this program once more, on the Roslyn of another folder. The runtime would take the package's assemblies otherwise, since the
/// program lists them.
/// </summary>
internal sealed class HostContext : AssemblyLoadContext
{
    public const string Argument = "--host";

    private const string Roslyn = "Microsoft.CodeAnalysis";

    private readonly string _folder;

    private HostContext(string folder)
        : base("Roslyn of " + folder) =>
        _folder = folder;

    /// <summary>Runs the program with another compiler, if the arguments ask for one.</summary>
    /// <param name="arguments"><c>--host</c>, a folder, and the program's own arguments.</param>
    /// <returns>Whether it did.</returns>
    public static bool TryRun(string[] arguments)
    {
        int option = Array.IndexOf(arguments, Argument);
        if (option < 0)
        {
            return false;
        }

        string[] others = [.. arguments[..option], .. arguments[(option + 2)..]];
        var context = new HostContext(arguments[option + 1]);
        Assembly program = context.LoadFromAssemblyPath(typeof(HostContext).Assembly.Location);
        program.EntryPoint!.Invoke(null, [others]);
        return true;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string folder = assemblyName.Name!.StartsWith(Roslyn, StringComparison.Ordinal) ? _folder : AppContext.BaseDirectory;
        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
