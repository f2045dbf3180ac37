using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Holdfast.CodeFixes;

/// <summary>
/// Fixes many at once, for every kind of host. An editor names the offer that the user took and hands over diagnostics of its id.
/// <c>dotnet format</c> (of the SDK 10.0.4xx) hands over diagnostics of all ids in no particular order, and names what is offered
/// for the first of them: an offer for another id, or none.
/// </summary>
internal sealed class EveryFixAllProvider : FixAllProvider
{
    private const string Title = "Fix all";

    public static EveryFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var diagnostics = new OfIds(fixAllContext);
        string? key = await KeyAsync(fixAllContext, diagnostics).ConfigureAwait(false);
        CodeAction? all = key is null ? null : await WellKnownFixAllProviders.BatchFixer.GetFixAsync(With(fixAllContext, key, diagnostics)).ConfigureAwait(false);

        // Where nothing can be fixed nothing changes; no action at all is a failure to the host.
        return all ?? CodeAction.Create(Title, _ => Task.FromResult(fixAllContext.Solution), nameof(EveryFixAllProvider));
    }

    private static FixAllContext With(FixAllContext context, string key, FixAllContext.DiagnosticProvider diagnostics) => context.Document is { } document
        ? new FixAllContext(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, diagnostics, context.CancellationToken)
        : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, diagnostics, context.CancellationToken);

    /// <summary>What was asked for, if it is offered for a diagnostic of the ids; else what is offered for the first that can be fixed.</summary>
    private static async Task<string?> KeyAsync(FixAllContext context, OfIds diagnostics)
    {
        string? first = null;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects.Where(project => project.Language == context.Project.Language).OrderBy(static project => project.Name, StringComparer.Ordinal))
        {
            IEnumerable<Diagnostic> found = context is { Scope: FixAllScope.Document, Document: { } only }
                ? await diagnostics.GetDocumentDiagnosticsAsync(only, context.CancellationToken).ConfigureAwait(false)
                : await diagnostics.GetAllDiagnosticsAsync(project, context.CancellationToken).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in found
                .Where(static diagnostic => diagnostic.Location.IsInSource)
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan))
            {
                if (project.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                {
                    continue;
                }

                var keys = new List<string?>();
                await context.CodeFixProvider
                    .RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => keys.Add(action.EquivalenceKey), context.CancellationToken))
                    .ConfigureAwait(false);
                if (context.CodeActionEquivalenceKey is { } asked && keys.Contains(asked))
                {
                    return asked;
                }

                first ??= keys.FirstOrDefault();
                if (first is not null && context.CodeActionEquivalenceKey is null)
                {
                    return first;
                }
            }
        }

        return first;
    }

    /// <summary>The diagnostics of the ids that are asked for, and no others.</summary>
    private sealed class OfIds(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Of(await context.WithCancellationToken(cancellationToken).GetAllDiagnosticsAsync(project).ConfigureAwait(false));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Of(await context.WithCancellationToken(cancellationToken).GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Of(await context.WithCancellationToken(cancellationToken).GetProjectDiagnosticsAsync(project).ConfigureAwait(false));

        private ImmutableArray<Diagnostic> Of(ImmutableArray<Diagnostic> all) => [.. all.Where(diagnostic => context.DiagnosticIds.Contains(diagnostic.Id))];
    }
}
