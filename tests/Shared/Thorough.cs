namespace Holdfast.Tests.Shared;

/// <summary>
/// Whether tests that can do more do it: compile to native code, which needs a linker beside the SDK, or go on for minutes. The gate
/// asks for it, and the plain test command does not. Such tests have the category <see cref="Category"/>.
/// </summary>
internal static class Thorough
{
    public const string Category = "Thorough";

    public static bool IsWanted => Environment.GetEnvironmentVariable("HOLDFAST_THOROUGH") == "true";
}
