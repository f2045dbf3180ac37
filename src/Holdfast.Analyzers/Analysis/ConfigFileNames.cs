using System.Text;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Judges names in files of the project that declarations make parts of ConfigMaps, as those in texts of code.</summary>
internal static class ConfigFileNames
{
    public static void Analyze(SymbolAnalysisContext context, Lazy<KnownSets> known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return;
        }

        // A file that is named twice, or in several environments, is one file.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ComposedApp app in ComposedApps.Of(type, declaration, context.Compilation, context.Options, context.CancellationToken))
        {
            foreach (ContainerDeclaration container in app.App.Containers)
            {
                foreach ((string path, int braces) in Files(container))
                {
                    if (seen.Add(path)
                        && ProjectFile.AllOf(context.Options).FirstOrDefault(file => file.Path == path) is { IsBinary: false } found
                        && found.Source.GetText(context.CancellationToken) is { } source)
                    {
                        Judge(context, found, source, braces, known);
                    }
                }
            }
        }
    }

    private static IEnumerable<(string Path, int Braces)> Files(ContainerDeclaration container) =>
        from named in container.ConfigFiles.Select(static file => (file.File, file.Braces))
            .Concat(container.ConfigMapEntries.Select(static entry => (entry.File, entry.Braces)))
        where named.File.State == DeclaredState.Known
        select (ConfigPath.Normalize(named.File.OrDefault(string.Empty)), named.Braces);

    private static void Judge(SymbolAnalysisContext context, ProjectFile file, SourceText source, int braces, Lazy<KnownSets> known)
    {
        (string text, IReadOnlyList<int> places) = WithHoles(source.ToString(), braces);
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            if (HostText.MayHold(line) || HostText.IsUrl(line))
            {
                if (known.Value.IsEmpty)
                {
                    return;
                }

                var use = new TextUse(IsHost: false, TextUse.NamesSelection(line), IsDeclaration: false) { IsOfPods = true };
                foreach (NameFinding finding in HostCheck.Judge(line, use, known.Value))
                {
                    var span = TextSpan.FromBounds(places[start + finding.Start], places[start + finding.Start + finding.Length]);
                    context.ReportDiagnostic(Diagnostic.Create(
                        finding.Rule,
                        Location.Create(file.Source.Path, span, source.Lines.GetLinePositionSpan(span)),
                        finding.Arguments));
                }
            }

            start += line.Length + 1;
        }
    }

    /// <summary>A text with a hole for each placeholder, and the place of each of its characters and of its end.</summary>
    private static (string Text, IReadOnlyList<int> Places) WithHoles(string text, int braces)
    {
        var holes = new StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        int position = 0;
        if (braces > 0)
        {
            Hide(TemplateText.Parse(text, braces));
        }

        Copy(text.Length);
        places.Add(text.Length);
        return (holes.ToString(), places);

        void Hide(IEnumerable<TemplateSegment> segments)
        {
            foreach (TemplateSegment segment in segments)
            {
                if (segment.Block is { } block)
                {
                    Hide(block.Body);
                }
                else if (segment.Kind == TemplateSegmentKind.Placeholder)
                {
                    Copy(segment.Position);
                    holes.Append(HostText.Hole);
                    places.Add(segment.Position);
                    position = segment.Position + segment.Length;
                }
            }
        }

        void Copy(int end)
        {
            for (; position < end; position++)
            {
                holes.Append(text[position]);
                places.Add(position);
            }
        }
    }
}
