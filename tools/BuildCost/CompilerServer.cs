using System.Reflection;

namespace Holdfast.Tools.BuildCost;

/// <summary>How builds come by a compiler: each starts one, or all share one that is nobody else's.</summary>
internal sealed class CompilerServer(bool shared, string directory) : IDisposable
{
    private readonly string _name = Guid.NewGuid().ToString("N");
    private bool _ended;

    public string[] Arguments => shared
        ? ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _name]
        : ["-p:UseSharedCompilation=false"];

    public void Dispose()
    {
        if (shared && !_ended)
        {
            _ended = true;
            Dotnet.Run(directory, Path.Combine(Compiler(), "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _name);
        }
    }

    private static string Compiler() => Path.Combine(
        typeof(CompilerServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "SdkCompiler").Value!,
        "bincore");
}
