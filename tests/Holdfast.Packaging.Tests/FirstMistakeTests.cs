using System.Text.RegularExpressions;

namespace Holdfast.Packaging.Tests;

/// <summary>The commonest first mistakes, as a build of a new project says them: each once, with what to do.</summary>
public partial class FirstMistakeTests(PackedHoldfast packed)
{
    private const string Port = "[Port(80)] public static partial ServicePort Http { get; }";

    /// <summary>All together in one project: what is said about one does not hide the other.</summary>
    [Fact]
    public async Task WhatStopsTheCompiler_IsSaidOnce()
    {
        (string Name, string Id, string Text)[] mistakes =
        [
            ("NotPartial", "HF9001", App("sealed class NotPartial", Port)),
            ("Static", "HF9001", App("static partial class Static", Port)),
            ("Generic", "HF9001", App("partial class Generic<T>", Port)),
            ("Inside", "HF9001", "class Outer { " + App("partial class Inside", Port) + " }"),
            ("NotStatic", "HF9002", App("partial class NotStatic", "[Port(80)] public partial ServicePort Http { get; }")),
            ("WrongType", "HF9002", App("partial class WrongType", "[Port(80)] public static partial int Http { get; }")),
            ("NoPort", "HF9002", App("partial class NoPort", "public static partial ServicePort Http { get; }")),
            ("NoSidecar", "HF9026", App("partial class NoSidecar", $"partial class Side {{ {Port} }}")),
            ("NoApp", "HF9026", $"[Container(\"o:1\")] partial class NoApp {{ {Port} }}"),
        ];
        var consumer = packed.NewConsumer();
        consumer.Add("App.csproj", Source.Project("", consumer.PackageReference));
        foreach ((string name, _, string text) in mistakes)
        {
            consumer.Add(name + ".cs", "using Holdfast;\nnamespace Shop;\n" + text + "\n");
        }

        var output = await consumer.FailToBuildAsync();
        var said = Said(output);
        foreach ((string name, string id, _) in mistakes)
        {
            Assert.Equal([id], said.Where(finding => finding.File == name + ".cs").Select(static finding => finding.Id));
        }
    }

    /// <summary>What compiles and is ignored is said as well.</summary>
    [Fact]
    public async Task WhatIsIgnored_IsSaidOnce()
    {
        (string Name, string Id, string Text)[] mistakes =
        [
            ("NotPartial", "HF9001", App("sealed class NotPartial", "")),
            ("NoStaticPartial", "HF9002", App("partial class NoStaticPartial", "[Port(80)] public static ServicePort Http => null!;")),
            ("ConfigFile", "HF9020", App("partial class ConfigFile", "[ConfigFile(\"/a\")] public static readonly string A = \"a\";")),
            ("NoApp", "HF9026", "[Container(\"o:1\")] public sealed class NoApp { }"),
            ("NoSidecar", "HF9026", App("partial class NoSidecar", "[Env(\"A\", \"b\")] public static class Side { }")),
            ("PodName", "HF9027", App("partial class PodName", "", "[Env(\"POD_NAME\", \"x\")]")),
            ("Password", "HF6004", App("partial class Password", "", "[Env(\"DB_PASSWORD\", \"changeme\")]")),
        ];
        var consumer = packed.NewConsumer();
        consumer.Add("App.csproj", Source.Project("<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", consumer.PackageReference));
        foreach ((string name, _, string text) in mistakes)
        {
            consumer.Add(name + ".cs", "using Holdfast;\nnamespace Shop;\n" + text + "\n");
        }

        var said = Said(await consumer.FailToBuildAsync());
        foreach ((string name, string id, _) in mistakes)
        {
            Assert.Equal([id], said.Where(finding => finding.File == name + ".cs").Select(static finding => finding.Id));
        }
    }

    private static string App(string type, string members, string attributes = "") =>
        $"[StatefulApp(\"{Name().Match(type).Groups[1].Value.ToLowerInvariant()}\")] [Container(\"o:1\")] {attributes} public {type} {{ {members} }}";

    /// <summary>What is said about files; the end of a build lists it again.</summary>
    private static List<(string File, string Id)> Said(string output) =>
    [
        .. Finding().Matches(output[..output.IndexOf("Build FAILED", StringComparison.Ordinal)])
            .Select(static match => (match.Groups[1].Value, match.Groups[2].Value)),
    ];

    [GeneratedRegex("class ([A-Za-z]+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"([A-Za-z]+\.cs)\(\d+,\d+\): (?:error|warning) (HF\d{4}): ")]
    private static partial Regex Finding();
}
