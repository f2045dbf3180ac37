using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>HF9006: arguments of <c>[StatefulApp]</c> and the like that belong to other attributes.</summary>
public class MisplacedArgumentTests
{
    public static TheoryData<string> Names => [.. MisplacedArguments.All.Keys];

    [Theory]
    [InlineData("StatefulApp(\"orders\", Image = \"orders:1.0\")", "'Image' is not an argument of [StatefulApp], so the compiler does not know the name; write [Container(\"orders:1.0\")] instead", "CS0246")]
    [InlineData("StatelessApp(\"orders\", Image = Images.Name)", "'Image' is not an argument of [StatelessApp], so the compiler does not know the name; write [Container(Images.Name)] instead", "CS0246")]
    [InlineData("StatefulApp(\"orders\", Image: \"orders:1.0\")", "'Image' is not an argument of [StatefulApp], so the compiler does not know the name; write [Container(\"orders:1.0\")] instead", "CS1739")]
    [InlineData("RunOnce(\"orders\", Command = new[] { \"a\" })", "'Command' is not an argument of [RunOnce], so the compiler does not know the name; write [Container(\"image:tag\", Command = new[] { \"a\" })] instead", "CS0246")]
    [InlineData("Scheduled(\"orders\", \"* * * * *\", MemoryLimit = \"1Gi\")", "'MemoryLimit' is not an argument of [Scheduled], so the compiler does not know the name; write [Resources(MemoryLimit = \"1Gi\")] instead", "CS0246")]
    public void SaysWhereItBelongs(string attribute, string message, string error)
    {
        GeneratorRun run = Run($"[{attribute}] partial class Orders {{ }}");

        Diagnostic said = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("HF9006", said.Id);
        Assert.Equal(DiagnosticSeverity.Warning, said.Severity);
        Assert.Equal(message, said.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(message.Split('\'')[1], said.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(said.Location.SourceSpan));

        // The compiler's own error is the one that is there without Holdfast.
        Assert.Equal(error, Assert.Single(run.Compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken), static problem => problem.Severity == DiagnosticSeverity.Error).Id);
    }

    [Theory]
    [InlineData("StatefulApp(\"orders\", Replica = 3)")] // nothing is known of it
    [InlineData("StatefulApp(\"orders\", Replicas = 3, Namespace = \"shop\")")]
    [InlineData("StatefulApp(\"orders\", Environment = \"Test\")")]
    [InlineData("StatefulApp(name: \"orders\")")]
    [InlineData("StatefulApp(\"orders\", \"orders:1.0\")")]
    [InlineData("StatefulApp(\"orders\", Image)")]
    [InlineData("StatefulApp(\"orders\", = )")]
    public void SaysNothingOfOthers(string attribute) =>
        Assert.Empty(Run($"[{attribute}] [Container(\"o:1\")] partial class Orders {{ }}").Result.Diagnostics);

    [Theory]
    [InlineData("Image", false)]
    [InlineData("Args", false)]
    [InlineData("Port", true)]
    public async Task AContainerIsMissingOnlyWhereNoArgumentIsMeantForIt(string argument, bool isMissing)
    {
        var test = new RuleTest { CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None };
        string name = isMissing ? "{|HF9006:Orders|}" : "Orders";
        test.TestState.Sources.Add($"using Holdfast; [StatefulApp(\"orders\", {{|HF9006:{argument}|}} = 1)] partial class {name} {{ }}");
        await test.RunAsync();
    }

    /// <summary>What the table says to write is C#, and each argument that it has is one that no attribute of applications has.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void WhatToWriteCompiles(string name)
    {
        string value = name switch
        {
            "Command" or "Args" => "new[] { \"a\" }",
            "ImagePullPolicy" => "ImagePullPolicy.Always",
            "MinAvailable" or "RunAsUser" or "RunAsGroup" or "FsGroup" => "2",
            _ => "\"a\"",
        };
        string text = MisplacedArguments.Instead(name, value)!;
        string container = MisplacedArguments.IsOfContainer(name) ? "" : "[Container(\"o:1\")]";
        const string Http = "[Port(8080)] public static partial ServicePort Http { get; }";
        string source = text.EndsWith('}')
            ? $"[StatefulApp(\"orders\")] {container} partial class Orders {{ {text} }}"
            : $"[StatefulApp(\"orders\")] {container} {text} partial class Orders {{ {Http} }}";

        GeneratorRun run = Run(source);

        Assert.Empty(run.Problems.Where(static problem => problem.Severity == DiagnosticSeverity.Error));
        Assert.Equal(name, Assert.Single(Run($"[StatefulApp(\"orders\", {name} = {value})] {container} partial class Orders {{ }}").Result.Diagnostics).GetMessage(CultureInfo.InvariantCulture).Split('\'')[1]);
    }

    private static GeneratorRun Run(string source) => GeneratorRun.Of("using Holdfast; static class Images { public const string Name = \"o:1\"; } " + source);
}
