using System.Collections.Immutable;
using Holdfast.Engine.Importing;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>An import, the compilation of what it wrote, and the objects that the compiled types make.</summary>
internal sealed class ImportRun
{
    private const string Prefix = "Yaml";

    private ImportRun(ImportResult result)
    {
        Result = result;
        Run = GeneratorRun.Of(result.Code);
    }

    public ImportResult Result { get; }

    public GeneratorRun Run { get; }

    /// <summary>Errors of the compiler and of the generator.</summary>
    public IEnumerable<Diagnostic> Errors => Run.Compilation.GetDiagnostics().Concat(Run.Result.Diagnostics).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static ImportRun OfText(string yaml) => new(ImportSource.Import([("/import/all.yaml", SourceText.From(yaml))], string.Empty));

    /// <summary>All manifests of a folder.</summary>
    public static ImportRun OfFolder(string folder) => new(ImportSource.Import(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static path => Path.GetExtension(path) is ".yaml" or ".yml" || Path.GetFileName(path).StartsWith("kustomization", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(static path => (path, SourceText.From(File.ReadAllText(path)))),
        string.Empty));

    /// <summary>What analyzers find in the types.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var exceptions = new List<Exception>();
        CompilationWithAnalyzers analysis = Run.Compilation.WithAnalyzers(
            Catalogue.Analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (thrown, _, _) => exceptions.Add(thrown), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(exceptions);
        return found;
    }

    /// <summary>The objects that the generator makes of an imported type.</summary>
    public ImmutableArray<MappingNode> ObjectsOf(ImportedApp app)
    {
        INamedTypeSymbol type = Run.Compilation.GetTypeByMetadataName(app.TypeName)!;
        string yaml = (string)type.GetTypeMembers("Manifests").Single().GetMembers(Prefix).OfType<IFieldSymbol>().Single().ConstantValue!;
        YamlReading reading = YamlReader.Read(yaml);
        Assert.Empty(reading.Problems);
        return reading.Documents;
    }

    /// <summary>Where the objects of the compiled type and the originals differ after defaults; objects that the report leaves in their files do not count.</summary>
    public IEnumerable<string> DifferencesOf(ImportedApp app)
    {
        ImmutableArray<MappingNode> made = ObjectsOf(app);
        foreach (MappingNode original in app.Originals)
        {
            string name = ImportedPatches.Describe(original);
            MappingNode? found = made.FirstOrDefault(node => ImportedPatches.Describe(node) == name);
            if (found is null)
            {
                if (!Result.Notes.Any(note => note.Kind == ImportNoteKind.Kept && note.Object == name))
                {
                    yield return name + " is not made";
                }

                continue;
            }

            Assert.Equal(ObjectView.ApiVersionOf(original), ObjectView.ApiVersionOf(found));
            foreach (string path in NodeDifference.Paths(ServerDefaults.Strip(original), ServerDefaults.Strip(found), ImportedPatches.TypeOf(found)))
            {
                yield return name + " " + path;
            }
        }

        foreach (MappingNode node in made.Where(node => !app.Originals.Any(original => ImportedPatches.Describe(original) == ImportedPatches.Describe(node))))
        {
            yield return ImportedPatches.Describe(node) + " is made without an original";
        }
    }
}
