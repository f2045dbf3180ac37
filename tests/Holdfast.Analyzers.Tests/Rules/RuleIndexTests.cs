using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Holdfast.Analyzers.Tests.Objects;
using Holdfast.Engine.Judging;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The list of all rules is made of their pages, of the fixes that there are, and of what tests try on each reader.</summary>
public class RuleIndexTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "docs/rules");

    /// <summary>The ids that a code fix takes.</summary>
    private static ImmutableHashSet<string> Fixed { get; } =
    [
        .. Assembly.Load("Holdfast.CodeFixes").GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type, nonPublic: true)!).FixableDiagnosticIds),
    ];

    /// <summary>Each row of these is tried on KubernetesClient's code, and by ManifestRuleRowTests on YAML.</summary>
    private static ImmutableHashSet<string> TriedOnObjects { get; } = [.. ObjectRuleTests.Rules.Select(static row => row.Data.Item1)];

    /// <summary>Names in texts, which YAML has too.</summary>
    private static ImmutableHashSet<string> NamesInYaml { get; } = [.. ManifestNames.Descriptors.Select(static descriptor => descriptor.Id)];

    [Fact]
    public void ListsEveryPage()
    {
        string expected = Index();
        string path = Path.Combine(Folder, "README.md");
        if (Snapshot.Accepts)
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path) : "(missing)");
    }

    private static string Index()
    {
        var text = new StringBuilder("""
            # Rules

            This table lists every rule, whether a code fix exists, and where the rule applies.

            *Attributes* are attributed types and the code that uses their names, *YAML* is hand-written manifests, kustomize and Helm charts,
            and *Client* is code that makes objects with KubernetesClient. A fix is offered where one is obvious. A test writes this page:
            `HOLDFAST_ACCEPT_SNAPSHOTS=true dotnet test tests/Holdfast.Analyzers.Tests`.

            | Rule | Title | Severity | Fix | Attributes | YAML | Client |
            |---|---|---|:-:|:-:|:-:|:-:|

            """.ReplaceLineEndings("\n"));
        foreach (string page in Directory.EnumerateFiles(Folder, "HF*.md").Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(page);
            string id = Path.GetFileNameWithoutExtension(page);
            string? example = lines.Contains("## Wrong") ? RulePage.Example(id, "Wrong").Language : null;
            text.Append($"| [{id}]({id}.md) | {lines[0][(id.Length + 4)..]} | {lines[2]["Severity: ".Length..]}")
                .Append($" | {Mark(Fixed.Contains(id))}")
                .Append($" | {Mark(example == "csharp" && !IsOfClient(id))}")
                .Append($" | {Mark(example == "yaml" || TriedOnObjects.Contains(id) || NamesInYaml.Contains(id) || IsOfUpgrades(id))}")
                .Append($" | {Mark(TriedOnObjects.Contains(id) || IsOfClient(id))} |\n");
        }

        return text.ToString();
    }

    /// <summary>Compared with a last release; ShippedRuleTests try it on YAML.</summary>
    private static bool IsOfUpgrades(string id) => RulePage.Text(id).Contains("\n## Shipped\n", StringComparison.Ordinal);

    /// <summary>About KubernetesClient alone.</summary>
    private static bool IsOfClient(string id) => RulePage.Text(id).Contains("\nusing k8s.Models;\n", StringComparison.Ordinal);

    private static string Mark(bool value) => value ? "✓" : "";
}
