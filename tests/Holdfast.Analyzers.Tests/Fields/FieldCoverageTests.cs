using Holdfast.Analyzers.Tests.Manifests;
using Holdfast.Engine.Model.Fields;
using Holdfast.Tests.Shared;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>Each field of the objects that Holdfast makes is said by an attribute, or has a reason why not.</summary>
public class FieldCoverageTests(ITestOutputHelper output)
{
    private static readonly (string ApiVersion, string Kind)[] Kinds =
    [
        ("apps/v1", "StatefulSet"),
        ("apps/v1", "Deployment"),
        ("v1", "Service"),
        ("v1", "ServiceAccount"),
        ("v1", "ConfigMap"),
        ("policy/v1", "PodDisruptionBudget"),
        ("networking.k8s.io/v1", "NetworkPolicy"),
        ("autoscaling/v2", "HorizontalPodAutoscaler"),
    ];

    public static TheoryData<string> Snippets => [.. FieldSnippets.All.Keys];

    [Fact]
    public void EveryField_IsSaidOrHasAReason()
    {
        SortedSet<string> all = new(Kinds.SelectMany(static kind => FieldEdges.Of(kind.ApiVersion, kind.Kind, IsLeftOut)), StringComparer.Ordinal);
        SortedSet<string> said = new(FieldSnippets.All.Values.SelectMany(SnippetObjects.Of).SelectMany(FieldEdges.In), StringComparer.Ordinal);
        string[] missing = [.. all.Where(edge => !said.Contains(edge) && Reason(edge) is null)];
        string[] stale = [.. UnsaidFields.Reasons.Keys.Where(field => !all.Any(edge => Is(edge, field)) || said.Any(edge => Is(edge, field)))];
        output.WriteLine($"{all.Count} fields, {all.Count(said.Contains)} said, {all.Count(edge => !said.Contains(edge))} not, with {UnsaidFields.Reasons.Count} reasons");
        Assert.True(missing.Length == 0, "Not said, and without a reason:\n" + string.Join("\n", missing));
        Assert.True(stale.Length == 0, "Said all the same, or no field:\n" + string.Join("\n", stale));
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task EachDeclaration_IsWithoutErrors(string name)
    {
        GeneratorRun run = SnippetObjects.Run(FieldSnippets.All[name]);
        Assert.Empty(run.Problems);
        var found = await run.Compilation.WithAnalyzers([.. RuleTest.Analyzers], new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Diagnostic[] errors = [.. found.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(static error => error.ToString())));
    }

    /// <summary>The strict models of KubernetesClient read it, and the typed objects are the same.</summary>
    [Theory]
    [MemberData(nameof(Snippets))]
    public void EachDeclaration_IsReadByTheClient(string name)
    {
        string[] types = [.. SnippetObjects.Run(FieldSnippets.All[name]).Compilation.GlobalNamespace.GetTypeMembers()
            .Where(static type => !type.GetTypeMembers("Manifests").IsEmpty)
            .Select(static type => type.Name)];
        Assert.All(types, type => Assert.NotEmpty(EmittedManifest.Of(type, "using Holdfast;\n\n" + FieldSnippets.All[name]).Objects));
        Assert.NotEmpty(types);
    }

    /// <summary>Why no attribute says a field: of the list, or because no version of Kubernetes that is supported keeps it.</summary>
    private static string? Reason(string edge) =>
        UnsaidFields.Reasons.FirstOrDefault(reason => Is(edge, reason.Key)).Value ?? (IsOff(Own(edge)) ? "its feature gate is off by default" : null);

    private static bool IsLeftOut(string field) => UnsaidFields.Reasons.ContainsKey(field) || IsOff(field);

    private static bool IsOff(string field)
    {
        string[] parts = field.Split('.');
        return FieldVersions.Of(parts[0], parts[1])?.Gate is { } gate && gate.Holds.And(KubernetesFacts.Supported).IsEmpty;
    }

    private static bool Is(string edge, string field) => field.Contains('>') ? edge == field : Own(edge) == field;

    private static string Own(string edge) => edge[(edge.IndexOf('>') + 2)..];
}
