using System.Runtime.CompilerServices;

namespace Holdfast.Tests.Shared;

/// <summary>What holds for all processes that tests start.</summary>
internal static class StartedProcesses
{
    /// <summary>They end before what the runtime learns of them pays off, as the tests themselves do: a fifth less processor time (.NET 10).</summary>
    [ModuleInitializer]
    internal static void SpareProfiles() => Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
}
