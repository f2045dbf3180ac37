using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Prerequisites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Gives each type with <c>[StatefulApp]</c> or another kind its other half: typed names and manifests. What is wrong is
/// said by the analyzers, which read with the same reader. It reports nothing but that at which the compiler stops before it
/// asks them, and which they leave to it: members without another half (<see cref="MissingMembers"/>) and a language version
/// without partial properties (<see cref="OldLanguage"/>).
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StatefulAppGenerator : IIncrementalGenerator
{
    /// <summary>The name of the pipeline's step that holds what is declared, for tests of its caching.</summary>
    internal const string DeclarationStep = "AppDeclaration";

    /// <summary>The name of the pipeline's step that holds what KubernetesClient's models are.</summary>
    internal const string ModelsStep = "ClientModels";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Paths only. The text of a file is read by the declarations that name it.
        IncrementalValueProvider<ImmutableArray<ProjectFile>> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ProjectFile.Of(pair.Left, pair.Right))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .Collect();
        IncrementalValueProvider<ProjectSettings> settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions));

        var read = new ReadDeclarations();
        IncrementalValuesProvider<AppVariants>[] types =
        [
            Found(context, AttributeNames.StatefulAppMetadataName, read),
            Found(context, AttributeNames.StatelessAppMetadataName, read),
            Found(context, AttributeNames.RunOnceMetadataName, read),
            Found(context, AttributeNames.ScheduledMetadataName, read),
        ];
        IncrementalValuesProvider<AppDeclaration>[] apps = [.. types.Select(found => Declared(found, settings, files))];

        // Each step's value is of a class: Roslyn's code for one of another struct, tuples of structs included, is compiled
        // to machine code for it alone, in each process that starts, also where nothing is declared.
        IncrementalValueProvider<CompilationFacts> ambiguous = apps
            .Select(Names)
            .Aggregate(static (all, more) => all.Combine(more).Select(static (names, _) => names.Left.AddRange(names.Right)))
            .Select(static (names, _) => CompilationFacts.Of(HintNames.FindAmbiguous(names)));

        // Of the references alone, which an edit leaves as they are.
        IncrementalValueProvider<ClientModels?> models = context.MetadataReferencesProvider
            .Collect()
            .Select(static (references, cancellationToken) => ClientModelReader.Read(references, cancellationToken))
            .WithTrackingName(ModelsStep);
        IncrementalValueProvider<OldLanguage?> language = context.ParseOptionsProvider.Select(static (options, _) => OldLanguage.Of(options));
        IncrementalValuesProvider<ComposedApp>[] composed = [.. apps.Select(static found => found.Select(ComposedApp.Of))];
        IncrementalValueProvider<MadeObjects> made = composed
            .Select(static found => found.Select(static (app, _) => new MadeObjects(app.Made)).Collect())
            .Aggregate(static (all, more) => all.Combine(more).Select(static (made, _) => made.Left.AddRange(made.Right)))
            .Select(static (all, _) => new MadeObjects(all.SelectMany(static one => one.All).ToEquatableArray()));
        IncrementalValueProvider<CompilationFacts> facts = ambiguous
            .Combine(models).Select(static (pair, _) => pair.Left with { Models = pair.Right })
            .Combine(language).Select(static (pair, _) => pair.Left with { Language = pair.Right })
            .Combine(made).Select(static (pair, _) => pair.Left with { Made = pair.Right.All });

        // An output for each kind and one way: putting them together first would make one of all that is cached by itself.
        foreach (IncrementalValuesProvider<ComposedApp> kind in composed)
        {
            context.RegisterSourceOutput(kind.Combine(facts), Write);
        }

        // What is wrong, which is nothing in nearly all projects: then there is no item, and none of this runs.
        foreach (IncrementalValuesProvider<AppVariants> kind in types)
        {
            context.RegisterSourceOutput(kind.SelectMany(static (app, _) => app.Stops), Report);
        }

        context.RegisterSourceOutput(
            context.SyntaxProvider
                .CreateSyntaxProvider(static (node, _) => UnreadDeclarations.MayMissMembers(node), FindUnread)
                .SelectMany(static (stops, _) => stops?.All ?? EquatableArray<StopProblem>.Empty),
            Report);
    }

    private static IncrementalValuesProvider<AppVariants> Found(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        ReadDeclarations read) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (source, cancellationToken) => Read(source, read, cancellationToken))
            .Where(static app => app is not null)!;

    private static IncrementalValuesProvider<AppDeclaration> Declared(
        IncrementalValuesProvider<AppVariants> found,
        IncrementalValueProvider<ProjectSettings> settings,
        IncrementalValueProvider<ImmutableArray<ProjectFile>> files) =>
        found
            .Where(static app => app.Base.Type.CanGenerate)
            .Combine(settings)
            .Select(static (pair, cancellationToken) => Choose(pair.Left, pair.Right, cancellationToken))
            .Combine(files)
            .Select(static (pair, cancellationToken) => FilledTexts.Fill(ConfigTexts.Resolve(pair.Left, () => pair.Right, ReadContext.ForGenerator(cancellationToken))))
            .WithTrackingName(DeclarationStep);

    private static IncrementalValueProvider<ImmutableArray<string>> Names(IncrementalValuesProvider<AppDeclaration> apps) =>
        apps.Select(static (app, _) => app.Type.FullName).Collect();

    private static void Report(SourceProductionContext output, StopProblem problem) => output.ReportDiagnostic(problem.Diagnostic);

    /// <summary>Members of a type that nothing reads; of several parts of it the first says it.</summary>
    private static StopProblems? FindUnread(GeneratorSyntaxContext source, CancellationToken cancellationToken)
    {
        if (source.SemanticModel.GetDeclaredSymbol(source.Node, cancellationToken) is not INamedTypeSymbol type
            || !type.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax(cancellationToken))
                .First(UnreadDeclarations.MayMissMembers)
                .Equals(source.Node))
        {
            return null;
        }

        var stops = new List<StopProblem>();
        UnreadDeclarations.Report(type, static () => false, ReadContext.ForStops(problem => stops.Add(new(problem)), cancellationToken));
        return new StopProblems(stops.ToEquatableArray());
    }

    private static void Write(SourceProductionContext output, (ComposedApp Composed, CompilationFacts CompilationFacts) pair)
    {
        AppDeclaration app = pair.Composed.App;
        if (pair.CompilationFacts.Language is { } language && !language.Takes(app))
        {
            if (OldLanguage.Stops(app))
            {
                output.ReportDiagnostic(language.Report(app));
            }

            return;
        }

        output.AddSource(
            HintNames.For(app.Type.FullName, pair.CompilationFacts.Ambiguous),
            AppWriter.Write(app, pair.Composed.TakeParts(output.CancellationToken), pair.CompilationFacts.Models, pair.CompilationFacts.Made));
    }

    private static AppVariants? Read(GeneratorAttributeSyntaxContext source, ReadDeclarations read, CancellationToken cancellationToken)
    {
        if (source.TargetSymbol is not INamedTypeSymbol type || source.Attributes.IsEmpty)
        {
            return null;
        }

        // Attributes can be on two halves of a type; the half with the first one counts. The compiler says about each half
        // the attributes of all halves in its file.
        if (AppReader.FindDeclaration(type) is not { } declaration
            || declaration.ApplicationSyntaxReference is not { } first
            || !first.Equals(source.Attributes[0].ApplicationSyntaxReference)
            || !source.TargetNode.Span.Contains(first.Span))
        {
            return null;
        }

        return read.Read(type, source.TargetNode, declaration, source.SemanticModel.Compilation, cancellationToken);
    }

    private static AppDeclaration Choose(AppVariants app, ProjectSettings settings, CancellationToken cancellationToken) =>
        BuildOverrides.Apply(app.For(settings.Environment), settings, ReadContext.ForGenerator(cancellationToken));

    /// <summary>What an application's code depends on beside its declaration.</summary>
    /// <param name="Ambiguous">Names of types that differ by case only.</param>
    /// <param name="Models">KubernetesClient's models; null where the project does not reference them.</param>
    /// <param name="Language">The language version where it is too old; null where it is not.</param>
    /// <param name="Made">What the applications of the project make.</param>
    private sealed record CompilationFacts(EquatableArray<string> Ambiguous, ClientModels? Models, OldLanguage? Language, EquatableArray<MadeObject> Made)
    {
        public static CompilationFacts Of(EquatableArray<string> ambiguous) => new(ambiguous, null, null, EquatableArray<MadeObject>.Empty);
    }

    /// <summary>What applications make, as a value of the pipeline.</summary>
    private sealed record MadeObjects(EquatableArray<MadeObject> All);

    /// <summary>What is wrong with the members of a type, as a value of the pipeline.</summary>
    private sealed record StopProblems(EquatableArray<StopProblem> All);
}
