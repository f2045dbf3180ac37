using System.Collections.Immutable;
using Holdfast.Analyzers.Composing;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Hands a declared application to the rules.</summary>
internal static class AppCheck
{
    public static void Run(
        AppDeclaration app,
        ImmutableArray<PodNameUse> uses,
        Location fallback,
        Action<Diagnostic> report,
        CancellationToken cancellationToken) => RuleCatalog.Check(
            new ManifestSet(AppManifests.Compose(app, ReadContext.ForAnalyzer(report, cancellationToken)), ExistingObjects.Compose(app), uses),
            new RuleContext(report, fallback),
            cancellationToken);

    /// <summary>Where a declaration itself relies on the names of its pods.</summary>
    public static ImmutableArray<PodNameUse> OwnUses(AppDeclaration app) =>
    [
        .. app.PeerLists
            .Where(PeerListText.NamesPods)
            .Select(list => new PodNameUse(Members.Name(app), $"the peer list '{list.Member.Name}'", null)),
    ];
}
