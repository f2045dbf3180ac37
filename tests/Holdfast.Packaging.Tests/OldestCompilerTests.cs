using System.Collections.Immutable;
using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Packaging.Tests;

/// <summary>
/// The package's analyzers and generator in the oldest compiler that it supports, loaded from the package's own files as
/// that compiler loads them. (All other tests here run the SDK's compiler.)
/// </summary>
public class OldestCompilerTests(PackedHoldfast packed)
{
    [Fact]
    public void TheHostIsTheOldestSupported() =>
        Assert.Equal(new Version(4, 14), new Version(typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2)));

    [Fact]
    public async Task Generator_GivesATypeItsOtherHalf()
    {
        using var package = new UnpackedPackage(packed.Package);
        Compilation compilation = Generate(package, Source.App("ZooKeeper", "zookeeper"), out string yaml);

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
        Assert.Contains("\nkind: StatefulSet\nmetadata:\n  name: zookeeper\n", yaml, StringComparison.Ordinal);
        Assert.Empty((await DiagnosticsAsync(package, compilation)).Where(d => d.Severity > DiagnosticSeverity.Info));
    }

    [Fact]
    public async Task Analyzers_JudgeADeclaration()
    {
        using var package = new UnpackedPackage(packed.Package);
        Compilation compilation = Generate(package, Source.App("ZooKeeper", "Zoo_Keeper", size: "10GB"), out _);

        Assert.Equal(["HF2002", "HF3008", "HF6011"], (await DiagnosticsAsync(package, compilation)).Where(d => d.Severity > DiagnosticSeverity.Info).Select(d => d.Id).Order());
    }

    private static Compilation Generate(UnpackedPackage package, string source, out string yaml)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        var compilation = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(source, options, "/src/App.cs")],
            Framework().Append(MetadataReference.CreateFromFile(package.Library)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver
            .Create(package.Analyzers.GetGenerators(LanguageNames.CSharp), parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> problems);
        Assert.Empty(problems);
        var manifests = updated.GetTypeByMetadataName("Shop.ZooKeeper")!.GetTypeMembers("Manifests").Single();
        yaml = (string)((IFieldSymbol)manifests.GetMembers("Yaml").Single()).ConstantValue!;
        return updated;
    }

    private static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(UnpackedPackage package, Compilation compilation)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = package.Analyzers.GetAnalyzers(LanguageNames.CSharp);
        Assert.NotEmpty(analyzers);
        return compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<MetadataReference> Framework() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(static path => MetadataReference.CreateFromFile(path));

    /// <summary>The package's files in a folder of their own.</summary>
    private sealed class UnpackedPackage : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("holdfast unpacked ");

        public UnpackedPackage(string package)
        {
            ZipFile.ExtractToDirectory(package, _folder.FullName);
            var loader = new FolderLoader();
            Analyzers = new AnalyzerFileReference(Path.Combine(_folder.FullName, "analyzers", "dotnet", "cs", "Holdfast.Analyzers.dll"), loader);
        }

        public AnalyzerFileReference Analyzers { get; }

        public string Library => Path.Combine(_folder.FullName, "lib", "net8.0", "Holdfast.dll");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
