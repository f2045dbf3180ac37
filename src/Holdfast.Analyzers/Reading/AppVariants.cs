using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>An application as it is declared for all environments, and for each that its attributes name.</summary>
/// <param name="Base">What counts where no environment is chosen, or one that nothing names.</param>
/// <param name="Others">One for each environment, nearly always none.</param>
/// <param name="Stops">What is wrong with the declaration so that the compiler stops before it asks an analyzer; nearly always nothing.</param>
internal sealed record AppVariants(AppDeclaration Base, EquatableArray<AppVariant> Others, EquatableArray<StopProblem> Stops)
{
    /// <summary>What counts in an environment.</summary>
    public AppDeclaration For(string? environment)
    {
        foreach (AppVariant variant in Others)
        {
            if (EnvironmentNames.Comparer.Equals(variant.Environment, environment))
            {
                return variant.App;
            }
        }

        return Base;
    }

    /// <summary>For the generator, which learns the chosen environment later than the type.</summary>
    public static AppVariants Read(INamedTypeSymbol type, AttributeData declaration, CancellationToken cancellationToken)
    {
        var context = ReadContext.ForGenerator(cancellationToken);
        AppDeclaration app = AppReader.Read(type, declaration, context);
        return new(
            app,
            Environments.In(type)
                .Select(environment => new AppVariant(
                    environment,
                    AppReader.Read(type, declaration, ReadContext.ForGenerator(cancellationToken, environment))))
                .ToEquatableArray(),
            context.StopsCompiler ? ReadStops(type, declaration, cancellationToken) : EquatableArray<StopProblem>.Empty);
    }

    /// <summary>Once more with places, which nearly no declaration needs. Forms are the same in each environment.</summary>
    private static EquatableArray<StopProblem> ReadStops(INamedTypeSymbol type, AttributeData declaration, CancellationToken cancellationToken)
    {
        var stops = new List<StopProblem>();
        AppReader.Read(type, declaration, ReadContext.ForStops(problem => stops.Add(new(problem)), cancellationToken));
        return stops.ToEquatableArray();
    }

    /// <summary>For an analyzer, which judges all of them: a mistake is reported while you type, whatever is chosen.</summary>
    /// <param name="type">The type.</param>
    /// <param name="declaration">The attribute that makes it an application.</param>
    /// <param name="settings">Those of the project.</param>
    /// <param name="report">Takes what is wrong in the environment that is read.</param>
    /// <param name="use">Takes the declaration as it is without an environment, then as it is in each.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static void ReadAll(
        INamedTypeSymbol type,
        AttributeData declaration,
        ProjectSettings settings,
        Action<Diagnostic> report,
        Action<string?, AppDeclaration> use,
        CancellationToken cancellationToken)
    {
        use(null, AppReader.Read(type, declaration, ReadContext.ForAnalyzer(report, cancellationToken, settings)));
        foreach (string environment in Environments.In(type))
        {
            use(environment, AppReader.Read(type, declaration, ReadContext.ForAnalyzer(report, cancellationToken, settings, environment)));
        }
    }
}
