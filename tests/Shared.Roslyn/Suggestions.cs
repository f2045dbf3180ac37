using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Tests.Shared;

/// <summary>
/// Suggestions fit most declarations, so a test sees only those that it is about: they are marked in its sources,
/// expected, or watched because the test is about their silence.
/// </summary>
internal static class Suggestions
{
    /// <summary>The ids of rules that stay quiet in a build.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. RuleCatalog.Descriptors.Concat(NameDescriptors.All)
            .Where(static descriptor => descriptor.DefaultSeverity <= DiagnosticSeverity.Info)
            .Select(static descriptor => descriptor.Id),
    ];

    /// <summary>Whether a text marks a place with an id.</summary>
    public static bool Marks(string text, string id) => text.Contains("{|" + id + ":", StringComparison.Ordinal);

    public static void KeepOut(AnalyzerTest<DefaultVerifier> test, IReadOnlyCollection<string> watched) =>
        test.DisabledDiagnostics.AddRange(Ids.Where(id =>
            !watched.Contains(id)
            && !test.TestState.Sources.Any(source => Marks(source.content.ToString(), id))
            && !test.TestState.ExpectedDiagnostics.Any(expected => expected.Id == id)));
}
