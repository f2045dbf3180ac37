using System.Globalization;

namespace Holdfast.Fuzz.Tests;

/// <summary>How long the tests run, and where they begin: short unless the environment says otherwise.</summary>
internal static class FuzzSettings
{
    public const string CasesVariable = "HOLDFAST_FUZZ_CASES";
    public const string SeedVariable = "HOLDFAST_FUZZ_SEED";
    public const string FirstVariable = "HOLDFAST_FUZZ_FIRST";

    /// <summary>A case that takes longer than this hangs. Generous: machines that test are busy.</summary>
    public static TimeSpan Hang { get; } = TimeSpan.FromMinutes(3);

    /// <summary>The first of all random numbers.</summary>
    public static int Seed { get; } = Number(SeedVariable) ?? 1;

    /// <summary>The first case that runs; a case is known by the seed and its number.</summary>
    public static int First { get; } = Number(FirstVariable) ?? 0;

    /// <summary>How many cases of each test run.</summary>
    public static int Cases(int otherwise) => Number(CasesVariable) ?? otherwise;

    /// <summary>The random numbers of a case: the same on each machine, whatever runs beside it.</summary>
    public static Random RandomOf(int index) => new(unchecked((int)(((uint)Seed * 0x9E3779B1u) ^ ((uint)index * 0x85EBCA77u))));

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;
}
