using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Looks for names in the project's properties that no declaration has: an override that reaches nothing, an environment
/// that is nowhere. That takes all declarations, so it is the one thing that waits for the end of the compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProjectSettingsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ReadingProblems.UnknownSetting, ReadingProblems.Version];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            ProjectSettings settings = ProjectSettings.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            if (!HoldfastUse.IsReferenced(start.Compilation))
            {
                return;
            }

            start.RegisterCompilationEndAction(end => ReportVersions(end, settings));
            if (settings.Environment is null && settings.PerApplication().Count == 0)
            {
                return;
            }

            var applications = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            var environments = new ConcurrentDictionary<string, bool>(EnvironmentNames.Comparer);
            start.RegisterSymbolAction(symbol => Collect(symbol, applications, environments), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(end, settings, applications.Keys, environments.Keys));
        });
    }

    /// <summary>Versions of Kubernetes that cannot be read, of the project and of sections of <c>.editorconfig</c>, each once.</summary>
    private static void ReportVersions(CompilationAnalysisContext context, ProjectSettings settings)
    {
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        bool isProperty = options.GlobalOptions.TryGetValue(BuildProperties.Prefix + BuildProperties.KubernetesVersion, out string? property) && property.Trim().Length > 0;
        var said = new HashSet<TextPair>();
        Check(isProperty ? $"The build property {BuildProperties.KubernetesVersion}" : Key(), settings.KubernetesVersion);
        foreach (SyntaxTree tree in context.Compilation.SyntaxTrees)
        {
            Check(Key(), ProjectSettings.KubernetesVersionIn(options.GetOptions(tree)));
        }

        foreach (AdditionalText file in context.Options.AdditionalFiles)
        {
            Check(Key(), ProjectSettings.KubernetesVersionIn(options.GetOptions(file)));
        }

        static string Key() => $"The key {BuildProperties.KubernetesVersionKey} of .editorconfig";

        void Check(string setting, string? text)
        {
            if (text is null || !said.Add(new TextPair(setting, text)))
            {
                return;
            }

            KubernetesTarget target = KubernetesTarget.Read(text, out string? problem);
            if (problem is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(ReadingProblems.Version, Location.None, setting, text, problem, target.Versions));
            }
        }
    }

    private static void Collect(
        SymbolAnalysisContext context,
        ConcurrentDictionary<string, bool> applications,
        ConcurrentDictionary<string, bool> environments)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return;
        }

        AddName(environment: null);
        foreach (string environment in Environments.In(type))
        {
            environments.TryAdd(environment, true);
            AddName(environment);
        }

        void AddName(string? environment) => applications.TryAdd(
            DeclaredAttributes.Declaration(type, declaration, ReadContext.ForGenerator(context.CancellationToken, environment))
                .String("Name")
                .OrDefault(MemberNames.ToKebabCase(type.Name)),
            true);
    }

    private static void Report(
        CompilationAnalysisContext context,
        ProjectSettings settings,
        ICollection<string> applications,
        ICollection<string> environments)
    {
        if (applications.Count == 0)
        {
            return;
        }

        foreach ((string property, string text) in settings.PerApplication())
        {
            foreach ((string name, string? value) in NamedValues.Entries(text))
            {
                if (value is null)
                {
                    Warn(property, "the value", name, "it is for no application", "write each as name=value, with a comma or a space between them");
                }
                else if (!applications.Contains(name))
                {
                    Warn(property, "the application", name, $"its value '{value}' reaches nothing", Meant(name, applications));
                }
            }
        }

        // A project without environments has no part in the choice; one with some other does.
        if (settings.Environment is { } chosen && environments.Count > 0 && !environments.Contains(chosen, EnvironmentNames.Comparer))
        {
            Warn(BuildProperties.Environment, "the environment", chosen, "attributes without an environment count alone", Meant(chosen, environments));
        }

        void Warn(string property, string kind, string name, string consequence, string advice) =>
            context.ReportDiagnostic(Diagnostic.Create(ReadingProblems.UnknownSetting, Location.None, property, kind, name, consequence, advice));
    }

    private static string Meant(string name, ICollection<string> known) => NearestName.Find(name, known) is { } nearest
        ? $"did you mean '{nearest}'?"
        : "there are: " + string.Join(", ", known.OrderBy(static candidate => candidate, StringComparer.Ordinal));
}
