using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Importing;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Fuzz.Tests;

/// <summary>What an import writes of a declaration makes the same objects as the declaration.</summary>
internal static class WrittenDeclaration
{
    /// <param name="declaration">A declaration without errors.</param>
    /// <param name="run">Its run.</param>
    /// <param name="others">What its source has beside it.</param>
    public static void Check(RandomDeclaration declaration, GeneratorRun run, string others)
    {
        if (YamlOf(run) is not { } expected)
        {
            return;
        }

        INamedTypeSymbol type = run.Compilation.GetTypeByMetadataName(RandomDeclaration.TypeName)!;
        AppDeclaration app = FilledTexts.Fill(AppReader.Read(type, AppReader.FindDeclaration(type)!, ReadContext.ForGenerator(default)));
        if (app.Afters.Count > 0)
        {
            // A manifest names the Job and not the type, so no import writes this.
            return;
        }

        string source = others + "namespace Shop {\n" + DeclarationWriter.Write(app) + "}\n";
        GeneratorRun again = GeneratorRun.Of(source);
        Diagnostic[] errors = [.. again.Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, string.Join('\n', errors.Select(static error => error.ToString())) + "\n" + source + "\nof\n" + declaration.Text);
        string? actual = YamlOf(again);
        Assert.True(expected == actual, $"{source}\nmakes\n{actual}\ninstead of\n{expected}");
    }

    private static string? YamlOf(GeneratorRun run) => run.Compilation.GetTypeByMetadataName(RandomDeclaration.TypeName)?
        .GetTypeMembers("Manifests").SingleOrDefault()?
        .GetMembers("Yaml").OfType<IFieldSymbol>().SingleOrDefault()?.ConstantValue as string;
}
