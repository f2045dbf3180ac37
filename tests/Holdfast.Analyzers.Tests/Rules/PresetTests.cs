using System.Text;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The presets that the package brings are made of the rules that there are.</summary>
public class PresetTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "nuget/Holdfast/presets");

    public static TheoryData<string> Names => ["recommended", "strict", "quiet"];

    [Theory]
    [MemberData(nameof(Names))]
    public void ListsEveryRuleThatItChanges(string name)
    {
        string expected = Text(name);
        string path = Path.Combine(Folder, name + ".globalconfig");
        if (Snapshot.Accepts)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected, $"{path} is out of date; run this test with HOLDFAST_ACCEPT_SNAPSHOTS=true.");
    }

    [Fact]
    public void ThereIsNoOther() => Assert.Equal(
        Names.Select(static row => row.Data).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder).Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static string Text(string name)
    {
        var text = new StringBuilder("is_global = true\n\n# Below every file of a project's own, whose severities win.\nglobal_level = -100\n\n");
        text.Append(name switch
        {
            "strict" => "# Warnings are errors, and suggestions are warnings.\n",
            "quiet" => "# Errors stay; warnings are suggestions, and suggestions are off.\n",
            _ => "# Every rule has its own severity, so there is nothing to change.\n",
        });
        foreach (DiagnosticDescriptor rule in Catalogue.All)
        {
            if (Severity(name, rule.DefaultSeverity) is { } severity)
            {
                text.Append("dotnet_diagnostic.").Append(rule.Id).Append(".severity = ").Append(severity).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>What the preset makes of a severity; null where it leaves it, and with it the severities of single findings.</summary>
    private static string? Severity(string name, DiagnosticSeverity severity) => (name, severity) switch
    {
        ("strict", DiagnosticSeverity.Warning) => "error",
        ("strict", DiagnosticSeverity.Info or DiagnosticSeverity.Hidden) => "warning",
        ("quiet", DiagnosticSeverity.Warning) => "suggestion",
        ("quiet", DiagnosticSeverity.Info or DiagnosticSeverity.Hidden) => "none",
        _ => null,
    };
}
