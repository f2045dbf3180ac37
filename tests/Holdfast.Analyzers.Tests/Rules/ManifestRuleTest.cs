using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Wording;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>
/// YAML in, findings out: rules know the model, not where it came from. What is expected is marked as
/// <c>{|HF3002:place|}</c>; suggestions count only where they are marked or watched.
/// </summary>
internal static class ManifestRuleTest
{
    private const string FileName = "manifest.yaml";

    public static void Verify(string yaml) => Verify(yaml, []);

    /// <summary>A manifest that a suggestion could be made about, and is not.</summary>
    public static void VerifyWatching(string id, string yaml) => Verify(yaml, [id]);

    /// <summary>All that rules find in a manifest, suggestions too.</summary>
    public static ImmutableArray<Diagnostic> Find(string yaml)
    {
        YamlReading reading = YamlReader.Read(yaml, YamlReader.PlacesIn(FileName, SourceText.From(yaml)));
        Assert.Empty(reading.Problems);

        // As the reader of files does where patches are around.
        return Find(new ManifestSet([.. reading.Documents.Where(static node => !FieldTable.Knows(node) || ManifestObjects.IsComplete(node))], [], [])
        {
            Parts = [.. reading.Documents.Where(static node => FieldTable.Knows(node) && !ManifestObjects.IsComplete(node))],
        });
    }

    public static ImmutableArray<Diagnostic> Find(ManifestSet manifests)
    {
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        RuleCatalog.Check(manifests, new RuleContext(found.Add, Location.None, FieldWords.Yaml), TestContext.Current.CancellationToken);
        Words.AssertAreYaml(found);
        return found.ToImmutable();
    }

    private static void Verify(string marked, string[] watched)
    {
        TestFileMarkupParser.GetPositionsAndSpans(marked, out string yaml, out _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        Assert.Equal(
            spans.SelectMany(id => id.Value.Select(span => Describe(id.Key, span))).Order(StringComparer.Ordinal),
            Find(yaml)
                .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info || Suggestions.Marks(marked, diagnostic.Id) || watched.Contains(diagnostic.Id))
                .Select(diagnostic => Describe(diagnostic.Id, diagnostic.Location.SourceSpan))
                .Order(StringComparer.Ordinal));

        string Describe(string id, TextSpan span) => $"{id} '{yaml.Substring(span.Start, span.Length)}' at {span.Start}";
    }
}
