using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>C# in, the trees that the reader makes of its objects out.</summary>
internal static class ObjectTrees
{
    /// <summary>Stands for a value that is not known.</summary>
    public const string Unknown = "unknown!";

    /// <summary>The objects of all bodies as YAML, in the order of the text, one after the other.</summary>
    public static async Task<string> ReadAsync(params string[] sources)
    {
        CSharpCompilation compilation = KubernetesCode.Compile(sources);
        Assert.Empty(KubernetesCode.Errors(compilation));
        return Write(await AllAsync(compilation));
    }

    /// <summary>The objects of all bodies, in the order of the text.</summary>
    public static async Task<ImmutableArray<MappingNode>> AllAsync(CSharpCompilation compilation)
    {
        var reader = new Reader();
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, _, _) => failures.Add(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        await compilation.WithAnalyzers([reader], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return [.. reader.Objects.OrderBy(static node => node.Location!.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static node => node.Location!.SourceSpan)];
    }

    /// <param name="objects">The objects.</param>
    /// <param name="unknown">What is written for a value that is not known.</param>
    public static string Write(IEnumerable<MappingNode> objects, string unknown = Unknown) => YamlWriter.Write(objects.Select(node => (MappingNode)Show(node, unknown)));

    private static ManifestNode Show(ManifestNode node, string unknown) => node switch
    {
        MappingNode mapping => new MappingNode(mapping.Entries.Select(entry => new MappingEntry(entry.Key, Show(entry.Value, unknown)))),
        SequenceNode sequence => new SequenceNode(sequence.Items.Select(item => Show(item, unknown))),
        UnknownNode => ScalarNode.String(unknown),
        _ => node,
    };

#pragma warning disable RS1001, RS1036, RS2008 // It is not an analyzer of a project's.
    private sealed class Reader : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor None = new("HF0000", "", "", "", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

        public ConcurrentBag<MappingNode> Objects { get; } = [];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [None];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            var types = new ModelTypes();
            context.RegisterOperationBlockAction(block =>
            {
                foreach (MappingNode node in new ObjectBody(block.OperationBlocks, types, block.CancellationToken).Read())
                {
                    Objects.Add(node);
                }
            });
        }
    }
#pragma warning restore RS1001, RS1036, RS2008
}
