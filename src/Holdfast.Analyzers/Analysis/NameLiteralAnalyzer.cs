using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Judges names of pods and Services that code writes out, and how it finds out who it is, by the sets that the compilation
/// knows. Which those are is only asked once something looks like it, which nearly nothing does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameLiteralAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = NameDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!HoldfastUse.MayKnowSets(start))
            {
                return;
            }

            Compilation compilation = start.Compilation;
            AnalyzerOptions options = start.Options;
            var known = new Lazy<KnownSets>(() => KnownSetsReader.Read(compilation, options));
            var image = new Lazy<string?>(() => ProjectSettings.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions).PublishedImage);

            // By the text of each file: actions for literals and calls would be run for all of them, and bind all bodies.
            start.RegisterSemanticModelAction(file =>
            {
                CodeWords words = CodeWords.Of(file.SemanticModel.SyntaxTree, file.CancellationToken);
                AnalyzeTexts(file, words.Texts, known);
                foreach (IOperation operation in CodeBodies.OperationsAt(words.Calls.AddRange(NamelessCreations.In(file.SemanticModel.SyntaxTree, compilation, file.CancellationToken)), file.SemanticModel, file.CancellationToken))
                {
                    AnalyzeOperation(new CodeOperation(operation, file.SemanticModel, file.Options, file.ReportDiagnostic, file.CancellationToken), known, image);
                }
            });

            if (!ProjectFile.AllOf(options).IsEmpty)
            {
                start.RegisterSymbolAction(symbol => ConfigFileNames.Analyze(symbol, known), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeOperation(CodeOperation operation, Lazy<KnownSets> known, Lazy<string?> image)
    {
        switch (operation.Operation.Kind)
        {
            // Each of them asks what it is.
            case OperationKind.ArrayElementReference or OperationKind.ImplicitIndexerReference or OperationKind.PropertyReference or OperationKind.Invocation or OperationKind.ObjectCreation:
                HostNameOrdinals.Analyze(operation, known);
                EnvironmentReads.Analyze(operation, known);
                KeptAddresses.Analyze(operation, known);
                ApiServerCalls.Analyze(operation, known);
                ApiServerRights.Analyze(operation, known, image);
                break;
            case OperationKind.SimpleAssignment:
                ShutdownTimes.Analyze(operation, known);
                break;
            case OperationKind.Binary:
                PodComparisons.Analyze(operation);
                break;
        }
    }

    /// <summary>The texts, and the lists of them, that have one of these places.</summary>
    private static void AnalyzeTexts(SemanticModelAnalysisContext context, ImmutableArray<int> places, Lazy<KnownSets> known)
    {
        if (places.IsEmpty)
        {
            return;
        }

        SyntaxNode root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        var seen = new HashSet<SyntaxNode>();
        foreach (int place in places)
        {
            SyntaxToken token = root.FindToken(place);
            if (!token.Span.Contains(place) || TextOf(token) is not { } literal)
            {
                continue;
            }

            ExpressionSyntax whole = ExpressionText.Whole(literal);
            if (seen.Add(whole) && MayHold(whole, context.CancellationToken))
            {
                AnalyzeText(context, whole, known);
                if (ListFrom(whole) is { } list)
                {
                    AnalyzeList(context, list, known);
                }
            }
        }
    }

    /// <summary>The expression that a token is the text of, or a part of it; null where it is code.</summary>
    private static ExpressionSyntax? TextOf(SyntaxToken token) => token.Parent switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal,
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } => interpolated,
        _ => null,
    };

    /// <summary>The list that begins with an expression.</summary>
    private static ExpressionSyntax? ListFrom(ExpressionSyntax first) => first.Parent switch
    {
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } list when list.Expressions[0] == first => list,
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } element when list.Elements[0] == element => list,
        _ => null,
    };

    private static void AnalyzeText(SemanticModelAnalysisContext context, ExpressionSyntax whole, Lazy<KnownSets> known)
    {
        if (MayAddress(whole, context.CancellationToken)
            && !known.Value.IsEmpty
            && MayConcern(whole, known.Value)
            && MayBeWrong(whole, known.Value)
            && TextUses.Of(whole, context.SemanticModel, context.CancellationToken) is { } use)
        {
            ExpressionText text = ExpressionText.Of(whole, context.SemanticModel, context.CancellationToken);
            foreach (NameFinding finding in HostCheck.Judge(text.Text, use, known.Value))
            {
                // What rules over declarations say about the same texts is left to them.
                if (!use.IsDeclaration || (finding.Rule != FirstReplicaRule.Rule && finding.Rule != SrvNameRule.Rule))
                {
                    Report(context, whole, text, finding);
                }
            }
        }
    }

    /// <summary>A list of texts, each for one replica.</summary>
    private static void AnalyzeList(SemanticModelAnalysisContext context, ExpressionSyntax list, Lazy<KnownSets> known)
    {
        ExpressionSyntax?[] items = list switch
        {
            InitializerExpressionSyntax initializer => [.. initializer.Expressions],
            CollectionExpressionSyntax collection => [.. collection.Elements.Select(static element => (element as ExpressionElementSyntax)?.Expression)],
            _ => [],
        };
        if (items.Length < 2 || !items.All(item => item is not null && FirstMayHold(item, context.CancellationToken)) || known.Value.IsEmpty)
        {
            return;
        }

        var pods = new List<HostName>();
        foreach (ExpressionSyntax? item in items)
        {
            List<HostName> hosts = PeerListCheck.PodsOf(
                HostText.In(ExpressionText.Of(item!, context.SemanticModel, context.CancellationToken).Text),
                known.Value);
            if (hosts.Count != 1)
            {
                return;
            }

            pods.Add(hosts[0]);
        }

        // A wrong name is reported at its own place.
        if (TextUses.Of(list, context.SemanticModel, context.CancellationToken) is { } use
            && PeerListCheck.Judge(pods, use, known.Value, findsExtra: false) is { } finding)
        {
            context.ReportDiagnostic(Diagnostic.Create(finding.Rule, list.GetLocation(), finding.Arguments));
        }
    }

    private static bool FirstMayHold(ExpressionSyntax item, CancellationToken cancellationToken) =>
        ExpressionText.FirstLiteral(item) is not null && MayHold(item, cancellationToken);

    private static bool MayHold(ExpressionSyntax whole, CancellationToken cancellationToken) => HostText.MayHold(
        whole is LiteralExpressionSyntax only ? only.Token.ValueText : ExpressionText.Of(whole, null, cancellationToken).Text);

    /// <summary>
    /// Whether a text may be a finding where it stands. In an attribute, which nothing looks a host up by, a name alone is none, such as
    /// that of an application itself; so what is declared is not read for it.
    /// </summary>
    private static bool MayAddress(ExpressionSyntax whole, CancellationToken cancellationToken)
    {
        if (whole.FirstAncestorOrSelf<AttributeSyntax>() is null)
        {
            return true;
        }

        string text = ExpressionText.Of(whole, null, cancellationToken).Text;
        return text.IndexOf(HostText.Hole) >= 0 || HostText.In(text).Exists(static host => host.Labels.Length > 1 || host.IsInUrl || host.Port is not null);
    }

    /// <summary>Whether a text that is written out in one piece has a name of something that is known; of others, constants tell.</summary>
    private static bool MayConcern(ExpressionSyntax whole, KnownSets known) =>
        whole is not LiteralExpressionSyntax { Token.ValueText: var text } || HostCheck.MayConcern(text, known);

    /// <summary>Whether anything is wrong with a text, whatever takes it: only then is it bound what does. What constants make of others is not known yet.</summary>
    private static bool MayBeWrong(ExpressionSyntax whole, KnownSets known) =>
        whole is not LiteralExpressionSyntax { Token.ValueText: var text }
        || whole.FirstAncestorOrSelf<AttributeSyntax>() is not null
        || TextUses.AnyOf(whole).Any(use => !HostCheck.Judge(text, use, known).IsEmpty);

    private static void Report(SemanticModelAnalysisContext context, ExpressionSyntax whole, ExpressionText text, NameFinding finding)
    {
        SyntaxTree tree = whole.SyntaxTree;
        TextSpan? place = text.PlaceOf(finding.Start, finding.Length);
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (place is not null && Expression(context, whole, finding) is { } expression)
        {
            properties = properties.Add(FixProperties.Expression, expression);
        }

        ImmutableArray<Location> changed = finding.Rule == NameDescriptors.PeerList ? [whole.GetLocation()] : [];
        if (finding.Replacement is { } replacement && Change(text, finding, replacement) is var (span, with))
        {
            properties = properties.Add(FixProperties.Replacement, with);
            changed = [Location.Create(tree, span)];
        }

        context.ReportDiagnostic(Diagnostic.Create(
            finding.Rule,
            place is { } exact ? Location.Create(tree, exact) : whole.GetLocation(),
            changed,
            properties,
            finding.Arguments));
    }

    /// <summary>The least part that changes, and to what; null where it is not written as it is.</summary>
    private static (TextSpan Span, string With)? Change(ExpressionText text, NameFinding finding, string replacement)
    {
        string old = text.Text.Substring(finding.Start, finding.Length);
        int same = 0;
        while (same < Math.Min(old.Length, replacement.Length) && old[same] == replacement[same])
        {
            same++;
        }

        int tail = 0;
        while (tail < Math.Min(old.Length, replacement.Length) - same && old[old.Length - 1 - tail] == replacement[replacement.Length - 1 - tail])
        {
            tail++;
        }

        string with = replacement.Substring(same, replacement.Length - same - tail);
        return with.IndexOf(HostText.Hole) < 0 && text.PlaceOf(finding.Start + same, old.Length - same - tail) is { } span ? (span, with) : null;
    }

    /// <summary>The generated member that says the same as the right text; null where none does.</summary>
    private static string? Expression(SemanticModelAnalysisContext context, ExpressionSyntax whole, NameFinding finding)
    {
        int position = (ExpressionText.FirstLiteral(whole) ?? whole).SpanStart;
        (DeclaredApp App, string Member)? member = finding.Member ?? PodMember(finding);
        return member is ({ } declared, { } path)
            && (declared as DeclaredSymbol)?.In(context.SemanticModel.Compilation) is { } app
            && app.GetMembers(path.Split('.', '[')[0]).Any(static symbol => symbol is IPropertySymbol { IsStatic: true })
            && context.SemanticModel.IsAccessible(position, app)
                ? app.ToMinimalDisplayString(context.SemanticModel, position) + "." + path
                : null;
    }

    private static (DeclaredApp App, string Expression)? PodMember(NameFinding finding)
    {
        if (finding is not { Set: { Declared: { } declared, Service: { } service, Start: { } start } set, Ordinal: { } ordinal, Replacement: { } right }
            || (right != set.Pod(ordinal) + "." + service && right != DeclaredReplicas.Host(declared.App, ordinal))
            || ordinal < start
            || ordinal >= set.End)
        {
            return null;
        }

        string pod = finding.Rule == FirstReplicaRule.Rule
            ? "Pods.First"
            : start == 0 ? $"Pods[{ordinal.ToString(CultureInfo.InvariantCulture)}]" : $"Pods.WithOrdinal({ordinal.ToString(CultureInfo.InvariantCulture)})";
        return (declared, pod + ".HostName");
    }
}
