namespace Holdfast.Local.Tests;

/// <content>The command that runs its replicas, and how tests run them.</content>
internal static partial class ShopManifest
{
    /// <summary>The program of tests/Holdfast.Local.Member, built as this project is.</summary>
    public static LocalCommand Command(params string[] arguments)
    {
        string folder = AppContext.BaseDirectory.Replace("Holdfast.Local.Tests", "Holdfast.Local.Member", StringComparison.Ordinal);
        string assembly = Path.Combine(folder, "Holdfast.Local.Member.dll");
        Assert.True(File.Exists(assembly), $"{assembly} is not built");
        return LocalCommand.Dotnet(assembly, arguments);
    }

    public static LocalApp App(string yaml, params string[] arguments) => LocalApp.FromYaml(yaml, Command(arguments));

    /// <summary>Options for tests: what takes time in a cluster takes little.</summary>
    public static LocalClusterOptions Options(string? directory = null) => new()
    {
        Directory = directory,
        FirstProbePeriod = TimeSpan.FromMilliseconds(25),
        LongestProbePeriod = TimeSpan.FromMilliseconds(50),
        LongestGracePeriod = TimeSpan.FromSeconds(1),
        ReadyTimeout = TimeSpan.FromSeconds(30),
        RestartBackOff = new RestartBackOff { First = TimeSpan.FromMilliseconds(50), Longest = TimeSpan.FromMilliseconds(200) },
        Output = text => TestContext.Current.TestOutputHelper?.WriteLine(text),
    };
}
