using System.Diagnostics;
using System.Globalization;
using System.Text;
using Holdfast.Benchmarks.Sources;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>
/// How many methods more a compiler that has just started compiles to machine code for ten declared types than for ten plain classes, beside what it did when
/// <c>CompiledMethods.txt</c> was written: a third of what the package costs a cold build. The number is exact where time depends on the machine.
/// </summary>
public sealed class CompiledMethodTests(PackedHoldfast holdfast)
{
    /// <summary>Runs differ by less than a thousandth. A rule more is three methods, and a query over a struct thirty.</summary>
    private const double Tolerance = 0.03;

    private const int Types = 10;

    private static readonly string Expected = Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Packaging.Tests", "CompiledMethods.txt");

    [Fact]
    public async Task TenTypes_NeedAsManyMethodsAsTheFileSays()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast methods ");
        (int Methods, string Host) without, with;
        try
        {
            without = await CompileAsync(folder.FullName, "without", TypeSources.Plain, []);
            with = await CompileAsync(
                folder.FullName,
                "with",
                static type => TypeSources.Holdfast(type, edit: 0),
                Directory.EnumerateFiles(Path.Combine(holdfast.Unpacked, "analyzers", "dotnet", "cs"), "*.dll"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Equal(without.Host, with.Host);
        int actual = with.Methods - without.Methods;
        if (Snapshot.Accepts)
        {
            await File.WriteAllTextAsync(Expected, string.Create(CultureInfo.InvariantCulture, $"{actual} {with.Host}\n"), TestContext.Current.CancellationToken);
            return;
        }

        (int expected, string host) = Read(await File.ReadAllTextAsync(Expected, TestContext.Current.CancellationToken));
        Assert.SkipUnless(
            host == with.Host,
            $"CompiledMethods.txt is of {host}, and this is {with.Host}, which compiles other methods by itself. HOLDFAST_ACCEPT_SNAPSHOTS=true writes it again.");
        Assert.True(
            Math.Abs(actual - expected) <= Tolerance * expected,
            $"Ten types need {actual} compiled methods, {100.0 * (actual - expected) / expected:+0.0;-0.0} % of the {expected} in CompiledMethods.txt. HOLDFAST_ACCEPT_SNAPSHOTS=true writes it again"
                + (actual < expected ? ", so that what was won is kept." : "."));
    }

    /// <summary>Starts the SDK's compiler by itself, with its work in one order.</summary>
    private async Task<(int Methods, string Host)> CompileAsync(string folder, string name, Func<int, string> source, IEnumerable<string> analyzers)
    {
        string compiler = Path.Combine(OtherPackages.Setting("SdkCompiler"), "csc.dll");
        var arguments = new StringBuilder("/nologo\n/nostdlib\n/target:library\n/nullable:enable\n/deterministic\n/parallel-\n/nowarn:CS1701\n/nowarn:CS8632\n");
        arguments.Append($"/out:\"{Path.Combine(folder, name + ".dll")}\"\n");
        foreach (string reference in Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll").Append(typeof(object).Assembly.Location)
            .Append(Path.Combine(holdfast.Unpacked, "lib", "net8.0", "Holdfast.dll"))
            .Where(static file => !file.Contains("Native", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal))
        {
            arguments.Append($"/reference:\"{reference}\"\n");
        }

        foreach (string analyzer in analyzers.Order(StringComparer.Ordinal))
        {
            arguments.Append($"/analyzer:\"{analyzer}\"\n");
        }

        for (int type = 0; type < Types; type++)
        {
            string file = Path.Combine(folder, $"{name}{type}.cs");
            await File.WriteAllTextAsync(file, source(type), TestContext.Current.CancellationToken);
            arguments.Append($"\"{file}\"\n");
        }

        string list = Path.Combine(folder, name + ".rsp");
        await File.WriteAllTextAsync(list, arguments.ToString(), TestContext.Current.CancellationToken);
        string written = Path.Combine(folder, name + ".txt");
        await Dotnet.RunAsync(
            folder,
            new Dictionary<string, string>
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
                [StartupHook.File] = written,

                // Nothing is compiled again where it runs often, so each method counts once.
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_TC_CallCounting"] = "0",
            },
            compiler,
            "/noconfig",
            "@" + list);
        (int methods, string host) = Read(await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken));
        return (methods, $"csc {FileVersionInfo.GetVersionInfo(compiler).ProductVersion}, {host}");
    }

    private static (int Methods, string Host) Read(string text)
    {
        string[] parts = text.TrimEnd().Split(' ', 2);
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
