using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

/// <summary>
/// What the runtime calls in a compiler of <see cref="Holdfast.Packaging.Tests.CompiledMethodTests"/> before its <c>Main</c>, where <c>DOTNET_STARTUP_HOOKS</c>
/// names this assembly. The class has to have this name, and no namespace. It uses nothing but .NET, since the compiler has none of the tests' packages.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable with the file that is written.</summary>
    public const string File = "HOLDFAST_COMPILED_METHODS";

    /// <summary>Lets the process write at its end how many methods it compiled, and under which runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is { } file)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllText(
                file,
                string.Create(CultureInfo.InvariantCulture, $"{JitInfo.GetCompiledMethodCount()} .NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier}"));
        }
    }
}
