using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Overriding;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Gives each <c>[StatefulApp]</c> type its other half: typed names and manifests. It reports nothing; what is wrong is
/// said by the analyzers, which read with the same reader.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StatefulAppGenerator : IIncrementalGenerator
{
    /// <summary>The name of the pipeline's step that holds what is declared, for tests of its caching.</summary>
    internal const string DeclarationStep = "AppDeclaration";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectSettings> settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions));

        IncrementalValuesProvider<AppDeclaration> apps = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.StatefulAppMetadataName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (source, cancellationToken) => Read(source, cancellationToken))
            .Where(static app => app is not null)
            .Combine(settings)
            .Select(static (pair, cancellationToken) => Choose(pair.Left!, pair.Right, cancellationToken))
            .WithTrackingName(DeclarationStep);

        IncrementalValueProvider<EquatableArray<string>> ambiguous = apps
            .Select(static (app, _) => app.Type.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.FindAmbiguous(names));

        context.RegisterSourceOutput(apps.Combine(ambiguous), static (output, pair) =>
            output.AddSource(HintNames.For(pair.Left.Type.FullName, pair.Right), AppWriter.Write(pair.Left)));
    }

    private static AppVariants? Read(GeneratorAttributeSyntaxContext source, CancellationToken cancellationToken)
    {
        if (source.TargetSymbol is not INamedTypeSymbol type || source.Attributes.IsEmpty)
        {
            return null;
        }

        // While one types, the attribute can stand on two halves of a type; the first one counts.
        if (AppReader.FindDeclaration(type) is not { } declaration
            || declaration.ApplicationSyntaxReference is not { } first
            || !first.Equals(source.Attributes[0].ApplicationSyntaxReference))
        {
            return null;
        }

        AppVariants app = AppVariants.Read(type, declaration, cancellationToken);
        return app.Base.Type.CanGenerate ? app : null;
    }

    private static AppDeclaration Choose(AppVariants app, ProjectSettings settings, CancellationToken cancellationToken) =>
        BuildOverrides.Apply(app.For(settings.Environment), settings, ReadContext.ForGenerator(cancellationToken));
}
