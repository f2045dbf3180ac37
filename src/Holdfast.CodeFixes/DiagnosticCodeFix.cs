using System.Collections.Immutable;
using Holdfast.Engine.Judging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.CodeFixes;

/// <summary>What all fixes have in common: they look at one diagnostic after the other, and fix many at once.</summary>
public abstract class DiagnosticCodeFix : CodeFixProvider
{
    /// <summary>A fix that rules offer by its tags.</summary>
    /// <param name="fixes">What it does, as <c>Fixes</c> names it.</param>
    private protected DiagnosticCodeFix(params string[] fixes)
        : this(fixes.SelectMany(FixCatalog.Of))
    {
    }

    private protected DiagnosticCodeFix(IEnumerable<string> ids) => FixableDiagnosticIds = [.. ids];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EveryFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        // Some who ask hand over whatever is said about the place.
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await OfferAsync(context, root, diagnostic).ConfigureAwait(false);
        }
    }

    /// <summary>Offers what fixes a diagnostic; nothing where there is no one obvious fix.</summary>
    private protected abstract Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic);

    /// <summary>What a rule says to its fix; null where it says nothing.</summary>
    private protected static string? Property(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(key, out string? value) ? value : null;

    /// <summary>Offers a change of the document's text.</summary>
    /// <inheritdoc cref="Offer(CodeFixContext, Diagnostic, string, string, SyntaxNode)"/>
    private protected static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, string key, TextChange changed) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                async cancellationToken => context.Document.WithText(
                    (await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(changed)),
                key),
            diagnostic);

    /// <summary>Offers a changed document.</summary>
    /// <param name="context">Takes the offer.</param>
    /// <param name="diagnostic">What is fixed.</param>
    /// <param name="title">What the user reads.</param>
    /// <param name="key">What offers for several diagnostics have in common that can be taken at once.</param>
    /// <param name="changed">The changed document's root.</param>
    private protected static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, string key, SyntaxNode changed) =>
        context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), key),
            diagnostic);
}
