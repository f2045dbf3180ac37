using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Gathers what sets and Services a compilation knows, from all that says some. An edit inside of a body leaves all of that as it is, so
/// what was gathered before it counts after it.
/// </summary>
internal static class KnownSetsReader
{
    /// <summary>How many files remember what was gathered; of two, an edit leaves one as it is.</summary>
    private const int Witnesses = 2;

    private static readonly ConditionalWeakTable<SyntaxTree, Gathered> Known = new();

    /// <summary>Read once for all analyzers of a compilation.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConditionalWeakTable<AnalyzerOptions, Lazy<KnownSets>>> OfCompilations = new();

    public static KnownSets Read(Compilation compilation, AnalyzerOptions options) => OfCompilations.GetOrCreateValue(compilation)
        .GetValue(options, options => new(() => Find(compilation, options, CancellationToken.None)))
        .Value;

    private static KnownSets Find(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        // What bodies make is another thing after each edit of one.
        ImmutableArray<MappingNode> code = CodeObjects.In(compilation);
        if (!code.IsEmpty)
        {
            return Gather(compilation, options, code, cancellationToken);
        }

        var sources = new Sources(compilation, options, cancellationToken);
        foreach (SyntaxTree tree in sources.Trees.Take(Witnesses))
        {
            if (Known.TryGetValue(tree, out Gathered? known) && known.Sources.SayTheSame(sources, cancellationToken))
            {
                Remember(new Gathered(sources, known.Sets));
                return known.Sets;
            }
        }

        KnownSets sets = Gather(compilation, options, code, cancellationToken);
        Remember(new Gathered(sources, sets));
        return sets;
    }

    private static void Remember(Gathered gathered)
    {
        foreach (SyntaxTree tree in gathered.Sources.Trees.Take(Witnesses))
        {
            lock (Known)
            {
                Known.Remove(tree);
                Known.Add(tree, gathered);
            }
        }
    }

    private static KnownSets Gather(Compilation compilation, AnalyzerOptions options, ImmutableArray<MappingNode> code, CancellationToken cancellationToken) =>
        KnownSets.Of(Declared(compilation, options, cancellationToken)
            .Concat(ManifestSets.Of(ManifestFiles.Read(options)))
            .Append(new(code, null)));

    /// <summary>Declared types, each as it is in each environment.</summary>
    private static IEnumerable<GivenObjects> Declared(
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken) =>
        ComposedApps.In(compilation, options, cancellationToken)
            .SelectMany(static declared => declared.Apps.Select(app => new GivenObjects(app.Objects, new DeclaredSymbol(DeclaredSymbol.NameOf(declared.Type), app.App))));

    private sealed record Gathered(Sources Sources, KnownSets Sets);

    /// <summary>All that decides what is gathered, without a symbol or a compilation.</summary>
    private sealed class Sources
    {
        private readonly string? _assembly;
        private readonly CompilationOptions _options;
        private readonly ProjectSettings _settings;
        private readonly ImmutableArray<(string Path, bool IsManifest, bool IsBinary, SourceText? Text)> _files;

        // A project that is referred to is not kept.
        private readonly ImmutableArray<WeakReference<MetadataReference>> _references;

        public Sources(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
        {
            Trees = [.. compilation.SyntaxTrees];
            _assembly = compilation.AssemblyName;

            // It says how grave findings are in each file.
            _options = compilation.Options.WithSyntaxTreeOptionsProvider(null);
            _settings = ProjectSettings.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions);
            _references = [.. compilation.References.Select(static reference => new WeakReference<MetadataReference>(reference))];
            _files =
            [
                .. ManifestFiles.Of(options).Select(file => (file.Path, true, false, file.GetText(cancellationToken))),
                .. ProjectFile.AllOf(options).Select(file => (file.Path, false, file.IsBinary, file.Source.GetText(cancellationToken))),
            ];
        }

        public ImmutableArray<SyntaxTree> Trees { get; }

        /// <summary>Whether the same is gathered of others: they differ inside of bodies at the most, which attributes cannot look into.</summary>
        public bool SayTheSame(Sources others, CancellationToken cancellationToken) =>
            _assembly == others._assembly
            && Trees.Length == others.Trees.Length
            && _options.Equals(others._options)
            && _settings.Equals(others._settings)
            && _files.SequenceEqual(others._files)
            && HaveReferencesOf(others)
            && HaveDeclarationsOf(others, cancellationToken);

        private bool HaveReferencesOf(Sources others)
        {
            if (_references.Length != others._references.Length)
            {
                return false;
            }

            for (int i = 0; i < _references.Length; i++)
            {
                if (!_references[i].TryGetTarget(out MetadataReference? own) || !others._references[i].TryGetTarget(out MetadataReference? other) || own != other)
                {
                    return false;
                }
            }

            return true;
        }

        private bool HaveDeclarationsOf(Sources others, CancellationToken cancellationToken)
        {
            for (int i = 0; i < Trees.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Trees[i] != others.Trees[i]
                    && (Trees[i].FilePath != others.Trees[i].FilePath
                        || !Trees[i].Options.Equals(others.Trees[i].Options)
                        || !AreAlike(Trees[i], others.Trees[i], cancellationToken)))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>What the generator writes is made of all else.</summary>
        private static bool AreAlike(SyntaxTree one, SyntaxTree two, CancellationToken cancellationToken) =>
            GeneratedCode.IsGenerated(one, cancellationToken) || SyntaxFactory.AreEquivalent(one, two, topLevel: true);
    }
}
