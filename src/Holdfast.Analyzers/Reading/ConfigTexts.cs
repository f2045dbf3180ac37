using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Puts the texts of files into a declaration that names them. A separate step after <see cref="AppReader"/>, so that a
/// changed file touches only the declarations that name it, and a declaration that names none costs nothing.
/// </summary>
internal static class ConfigTexts
{
    /// <param name="app">What the attributes say.</param>
    /// <param name="files">The files of the project; asked for only where one is named.</param>
    /// <param name="context">Receives what is wrong with files: missing, or not a text.</param>
    public static AppDeclaration Resolve(AppDeclaration app, Func<ImmutableArray<ProjectFile>> files, ReadContext context)
    {
        if (!NamesFiles(app)
            && !app.Manifests.Any(static manifest => manifest.File.State == DeclaredState.Known)
            && !app.Afters.Any(static after => after.Job is { } job && NamesFiles(job)))
        {
            return app;
        }

        ImmutableArray<ProjectFile> known = files();
        var silent = ReadContext.ForGenerator(context.CancellationToken);
        return app with
        {
            Afters = app.Afters.Select(after => after with { Job = after.Job is { } job ? Resolve(job, () => known, silent) : null }).ToEquatableArray(),
            Container = Resolve(app.Container, known, context),
            MoreContainers = app.MoreContainers.Select(container => Resolve(container, known, context)).ToEquatableArray(),
            Manifests = app.Manifests.Select(manifest => manifest with { Yaml = Yaml(manifest, known, context) }).ToEquatableArray(),
        };
    }

    /// <summary>Line ends as they are in a container, so that a file checked out on Windows makes the same manifest.</summary>
    public static string Normalize(string text) => text.Replace("\r\n", "\n");

    /// <inheritdoc cref="Normalize(string)"/>
    public static Declared<string> Normalize(Declared<string> text) =>
        text.TryGet(out string? known) ? Declared<string>.Known(Normalize(known), text.Location) : text;

    private static bool NamesFiles(AppDeclaration app) => app.Containers.Any(NamesFiles);

    private static bool NamesFiles(ContainerDeclaration container) =>
        container.ConfigFiles.Any(static file => file.File.State != DeclaredState.Absent)
        || container.ConfigMapEntries.Any(static entry => entry.File.State != DeclaredState.Absent);

    private static ContainerDeclaration Resolve(ContainerDeclaration container, ImmutableArray<ProjectFile> files, ReadContext context) => container with
    {
        ConfigFiles = container.ConfigFiles
            .Select(file => Find(file.File, files) is { IsBinary: true } binary
                ? file with { Text = Bytes(binary, file.File, file.Placeholders, context), IsBinary = true, Placeholders = null }
                : file with { Text = Text(file.File, file.Text, files, context) })
            .ToEquatableArray(),
        ConfigMapEntries = container.ConfigMapEntries
            .Select(entry => Find(entry.File, files) is { IsBinary: true } binary
                ? entry with { Text = Bytes(binary, entry.File, entry.Placeholders, context), IsBinary = true, Placeholders = null }
                : entry with { Text = Text(entry.File, entry.Text, files, context) })
            .ToEquatableArray(),
    };

    private static ProjectFile? Find(Declared<string> file, ImmutableArray<ProjectFile> files) =>
        file.TryGet(out string? named) ? files.FirstOrDefault(known => known.Path == ConfigPath.Normalize(named)) : null;

    /// <summary>A file that the build hands over in base64, as the manifest has it.</summary>
    private static Declared<string> Bytes(ProjectFile found, Declared<string> file, PlaceholdersDeclaration? placeholders, ReadContext context)
    {
        if (placeholders is { Count: > 0 })
        {
            context.Report(
                ReadingProblems.Contradiction,
                placeholders.Braces.Location,
                $"'{file.OrDefault(string.Empty)}' is a binary file",
                "nothing in it is a placeholder",
                "remove Braces");
        }

        return found.Source.GetText(context.CancellationToken) is { } text
            ? Declared<string>.Known(text.ToString().Trim(), file.Location)
            : Declared<string>.Unknown(file.Location);
    }

    private static Declared<string> Text(Declared<string> file, Declared<string> without, ImmutableArray<ProjectFile> files, ReadContext context)
    {
        if (!file.TryGet(out string? named))
        {
            return without;
        }

        if (Find(file, named, files, ReadingProblems.ConfigText, context) is not { } found)
        {
            return Declared<string>.Unknown(file.Location);
        }

        SourceText? text = found.Source.GetText(context.CancellationToken);
        if (Problem(text) is { } problem)
        {
            context.Report(ReadingProblems.ConfigFileText, file.Location, named, problem);
            return Declared<string>.Unknown(file.Location);
        }

        return Declared<string>.Known(Normalize(text!.ToString()), file.Location);
    }

    /// <summary>The text as it is, whose place is the file: what is wrong in it is reported there.</summary>
    private static Declared<string> Yaml(FurtherManifestDeclaration manifest, ImmutableArray<ProjectFile> files, ReadContext context)
    {
        if (!manifest.File.TryGet(out string? named))
        {
            return manifest.Yaml;
        }

        if (Find(manifest.File, named, files, ReadingProblems.FurtherObject, context) is not { } found)
        {
            return Declared<string>.Unknown(manifest.File.Location);
        }

        SourceText? text = found.Source.GetText(context.CancellationToken);
        if (Problem(text) is { } problem)
        {
            context.Report(ReadingProblems.FurtherObject, manifest.File.Location, $"The file '{named}' {problem}", "save it as UTF-8");
            return Declared<string>.Unknown(manifest.File.Location);
        }

        var all = new TextSpan(0, text!.Length);
        return Declared<string>.Known(
            text.ToString(),
            context.KeepsLocations ? Location.Create(found.Source.Path, all, text.Lines.GetLinePositionSpan(all)) : null);
    }

    private static ProjectFile? Find(Declared<string> file, string named, ImmutableArray<ProjectFile> files, DiagnosticDescriptor missing, ReadContext context)
    {
        string path = ConfigPath.Normalize(named);
        if (files.FirstOrDefault(known => known.Path == path) is { } found)
        {
            return found;
        }

        string? nearest = Nearest(path, files);
        context.Report(
            missing,
            file.Location,
            $"'{named}' is not a file that the project passes to Holdfast",
            (nearest is null ? string.Empty : $"write '{nearest}', or ") + $"add <HoldfastConfigFile Include=\"{path}\" /> to the project file");
        return null;
    }

    private static string? Problem(SourceText? text) => text is null ? "cannot be read"
        : text.ToString() is var content && (content.IndexOf('\0') >= 0 || content.IndexOf('\uFFFD') >= 0) ? "is binary"
        : !TextEncodings.IsUnicode(text) ? "is not in UTF-8"
        : null;

    /// <summary>A path that differs by a typing error, or a file of that name in another folder.</summary>
    private static string? Nearest(string path, ImmutableArray<ProjectFile> files)
    {
        string[] paths = [.. files.Select(static file => file.Path)];
        string name = path.Substring(path.LastIndexOf('/') + 1);
        return NearestName.Find(path, paths)
            ?? paths
                .Where(known => known.Substring(known.LastIndexOf('/') + 1) == name)
                .OrderBy(static known => known, StringComparer.Ordinal)
                .FirstOrDefault();
    }
}
