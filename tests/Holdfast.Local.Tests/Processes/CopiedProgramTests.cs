using Holdfast.Local.Processes;

namespace Holdfast.Local.Tests.Processes;

/// <summary>A program beside tests runs with the libraries that are there.</summary>
public sealed class CopiedProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("holdfast-test-");

    [Theory]
    [InlineData("App.dll Tests.deps.json Tests.runtimeconfig.json", true)]
    [InlineData("App.dll Pool.dll Tests.deps.json Tests.runtimeconfig.json", false)]
    [InlineData("App.dll Tests.deps.json", false)]
    public void WhatLacksLibrariesRunsWithThoseOfTheTests(string files, bool expected)
    {
        foreach (string file in files.Split(' '))
        {
            File.WriteAllText(At(file), "{}");
        }

        File.WriteAllText(
            At("App.deps.json"),
            """{ "targets": { "net10.0": { "App/1.0.0": { "runtime": { "App.dll": {} } }, "Pool/6.0.0": { "runtime": { "lib/net6.0/Pool.dll": {} } }, "None/1.0.0": {} } } }""");

        Assert.Equal(
            expected ? ["exec", "--depsfile", At("Tests.deps.json"), "--runtimeconfig", At("Tests.runtimeconfig.json")] : [],
            CopiedProgram.Arguments(At("App.dll"), At("Tests.deps.json")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void WhatCannotBeReadChangesNothing(string text)
    {
        File.WriteAllText(At("App.deps.json"), text);
        File.WriteAllText(At("Tests.deps.json"), "{}");
        File.WriteAllText(At("Tests.runtimeconfig.json"), "{}");

        Assert.Empty(CopiedProgram.Arguments(At("App.dll"), At("Tests.deps.json")));
        Assert.Empty(CopiedProgram.Arguments(At("App.dll"), "/elsewhere/Tests.deps.json"));
        Assert.Empty(CopiedProgram.Arguments(At("App.dll"), null));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string file) => Path.Combine(_folder.FullName, file);
}
