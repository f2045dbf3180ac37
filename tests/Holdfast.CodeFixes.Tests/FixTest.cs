using Holdfast.Analyzers.Analysis;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.CodeFixes.Tests;

/// <summary>
/// Source in, fixed source out: the result must compile with the generator, without a diagnostic that is not expected,
/// one by one as well as with fix-all in document, project and solution.
/// </summary>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<DeclarationAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    public FixTest() => RuleTest.Prepare(this);

    public static Task VerifyAsync(string source, string corrected, int actionIndex = 0, int? iterations = null) =>
        VerifyAsync([source], [corrected], actionIndex, iterations);

    public static Task VerifyAsync(string[] sources, string[] corrected, int actionIndex = 0, int? iterations = null)
    {
        var test = new FixTest<TFix> { CodeActionIndex = actionIndex, NumberOfFixAllIterations = iterations };
        test.FixedState.InheritanceMode = StateInheritanceMode.AutoInheritAll;
        test.MarkupOptions |= MarkupOptions.UseFirstDescriptor;
        foreach (string source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        foreach (string source in corrected)
        {
            test.FixedState.Sources.Add(source);
        }

        return test.RunAsync();
    }

    /// <summary>A declaration that is compared with a manifest of the last release.</summary>
    public static Task VerifyAgainstAsync(string shipped, string source, string corrected)
    {
        var test = new FixTest<TFix>
        {
            TestCode = source,
            FixedCode = corrected,

            // A set with another name is found at the end of a compilation only.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        test.FixedState.InheritanceMode = StateInheritanceMode.AutoInheritAll;
        RuleTest.AddShipped(test, ("shipped.yaml", shipped));
        return test.RunAsync();
    }

    /// <summary>The diagnostic stays, as there is no one obvious fix.</summary>
    public static Task OffersNothingAsync(string source) => VerifyAsync(source, source);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => RuleTest.Analyzers;

    protected override IEnumerable<Type> GetSourceGenerators() => RuleTest.Generators;

    protected override Task RunImplAsync(CancellationToken cancellationToken)
    {
        Suggestions.KeepOut(this, []);
        return base.RunImplAsync(cancellationToken);
    }
}
