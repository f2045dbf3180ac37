using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reports placeholders that lead nowhere, in texts of code at their places and in files of the project at theirs.</summary>
internal static class PlaceholderCheck
{
    /// <param name="app">What is declared, with the texts of files.</param>
    /// <param name="files">The files of the project; asked for only where one has placeholders.</param>
    /// <param name="context">Receives what is wrong.</param>
    public static void Report(AppDeclaration app, Func<ImmutableArray<ProjectFile>> files, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach (ContainerDeclaration container in app.Containers.Where(FilledTexts.HasPlaceholders))
        {
            Report(app, container, files, context);
        }
    }

    private static void Report(AppDeclaration app, ContainerDeclaration container, Func<ImmutableArray<ProjectFile>> files, ReadContext context)
    {
        foreach (ConfigFileDeclaration file in container.ConfigFiles)
        {
            if (file.Placeholders is { } declared && file.Text.TryGet(out string? text))
            {
                string name = $"'{file.Path.OrDefault(file.Member)}'";
                Check(app, declared, TextPlace.File, text, name, TextLocations.Of(file.File, file.Text, files, context), context);
                CheckCopies(app, declared, text, file, context);
            }
        }

        foreach (ConfigMapEntryDeclaration entry in container.ConfigMapEntries)
        {
            if (entry.Placeholders is { } declared && entry.Text.TryGet(out string? text))
            {
                Check(app, declared, TextPlace.Entry, text, $"'{entry.Key.OrDefault(string.Empty)}'", TextLocations.Of(entry.File, entry.Text, files, context), context);
            }
        }

        foreach (EnvDeclaration variable in container.Env)
        {
            if (variable.Placeholders is { } declared && variable.Value.TryGet(out string? text))
            {
                Check(app, declared, TextPlace.Variable, text, $"'{variable.Name.OrDefault(string.Empty)}'", TextLocations.Of(default, variable.Value, files, context), context);
            }
        }

        CheckList(app, container, container.Command, "the command", context);
        CheckList(app, container, container.Args, "the arguments", context);
    }

    private static void CheckList(AppDeclaration app, ContainerDeclaration container, Declared<EquatableArray<string>> list, string what, ReadContext context)
    {
        if (container.Placeholders is not { } declared || !list.TryGet(out EquatableArray<string> texts))
        {
            return;
        }

        for (int i = 0; i < texts.Count; i++)
        {
            Check(app, declared, TextPlace.Variable, texts[i], $"{what} of '{container.Name.OrDefault(string.Empty)}'", TextLocations.OfItem(list, i, texts[i], context), context);
        }
    }

    /// <summary>A file of which each replica has its own.</summary>
    private static void CheckCopies(AppDeclaration app, PlaceholdersDeclaration declared, string text, ConfigFileDeclaration file, ReadContext context)
    {
        if (declared.Count == 0 || app.Kind == WorkloadKind.Deployment || !new TextPlaceholders(app, declared, TextPlace.File).IsOfOneReplica(text))
        {
            return;
        }

        string path = file.Path.OrDefault(file.Member);
        if (FilledTexts.IsTooLarge(app, text))
        {
            context.Report(
                ReadingProblems.Placeholder,
                file.Path.Location,
                $"'{path}'",
                $"each of {DeclaredReplicas.Count(app)} replicas has its own, and a ConfigMap takes no more than 1 MiB",
                $"take what differs from a variable such as {WellKnown.PodEnvironmentVariables.PodOrdinal}");
        }
        else if (app.Autoscaler is not null)
        {
            context.Report(
                ReadingProblems.Contradiction,
                file.Path.Location,
                $"Each replica has its own '{path}', and an autoscaler changes the number of replicas",
                $"replicas above {DeclaredReplicas.Count(app)} start with an empty directory in its place",
                $"take what differs from a variable such as {WellKnown.PodEnvironmentVariables.PodOrdinal}, or remove [Autoscaler]");
        }
    }

    private static void Check(
        AppDeclaration app,
        PlaceholdersDeclaration declared,
        TextPlace place,
        string text,
        string name,
        Func<TextSpan, Location?> places,
        ReadContext context)
    {
        if (declared.Count == 0)
        {
            return;
        }

        var placeholders = new TextPlaceholders(app, declared, place);
        foreach (TemplateSegment segment in placeholders.Parse(text))
        {
            if (segment.Block is not { } block)
            {
                Check(segment, null);
                continue;
            }

            if (placeholders.BlockProblem(segment) is { } problem)
            {
                Say(new TextSpan(segment.Position, declared.Count + TemplateBlock.Word.Length), problem, Advice(placeholders, AddressPart.Unknown), null);
                continue;
            }

            foreach (TemplateSegment part in block.Body)
            {
                if (part.Kind == TemplateSegmentKind.Block)
                {
                    Say(new TextSpan(part.Position, part.Length), "a block for each replica cannot be in another one", "close the first one before it", null);
                    continue;
                }

                Check(part, 0);
            }
        }

        void Check(TemplateSegment segment, int? index)
        {
            if (segment.Kind == TemplateSegmentKind.Brace && IsBlock(segment))
            {
                Say(
                    new TextSpan(segment.Position, segment.Length + TemplateBlock.Word.Length),
                    "the block for each replica is not closed",
                    declared.Count == 1 ? "close it; two braces together are one of the text, so put a space between those that close" : $"close it with '{new string('}', declared.Count)}'",
                    null);
                return;
            }

            if (segment.Kind == TemplateSegmentKind.Brace)
            {
                bool opens = segment.Text[0] == '{';
                Say(
                    new TextSpan(segment.Position, segment.Length),
                    declared.Count == 1 ? $"the brace '{segment.Text}' is alone" : $"the braces '{segment.Text}' are not closed",
                    declared.Count == 1 ? "double it to mean itself" : opens ? "close them, or set a larger number of Braces" : "remove them",
                    null);
                return;
            }

            if (segment.Kind != TemplateSegmentKind.Placeholder || placeholders.Resolve(segment, index) is not { Problem: { } problem } part)
            {
                return;
            }

            string? nearest = part.Name is not null ? NearestName.Find(part.Name, part.Candidates ?? []) : null;
            int at = part.Name is { } wrong ? PlaceOf(wrong, segment.Text) : -1;
            Say(
                at < 0 ? new TextSpan(segment.Position, segment.Length) : new TextSpan(segment.Position + declared.Count + at, part.Name!.Length),
                problem,
                nearest is not null ? $"did you mean '{nearest}'?" : Advice(placeholders, part),
                nearest);
        }

        bool IsBlock(TemplateSegment segment) =>
            segment.Text[0] == '{' && string.CompareOrdinal(text, segment.Position + segment.Length, TemplateBlock.Word, 0, TemplateBlock.Word.Length) == 0;

        void Say(TextSpan span, string problem, string advice, string? replacement) =>
            context.Report(ReadingProblems.Placeholder, places(span), FixProperties.Replace(replacement), name, problem, advice);
    }

    /// <summary>The last part where that is the name at fault, else the first that has it.</summary>
    private static int PlaceOf(string name, string placeholder)
    {
        string trimmed = placeholder.TrimEnd();
        int last = trimmed.Length - name.Length;
        return last > 0 && trimmed.EndsWith(name, StringComparison.Ordinal) && trimmed[last - 1] is ':' or '.' or ' '
            ? last
            : placeholder.IndexOf(name, StringComparison.Ordinal);
    }

    private static string Advice(TextPlaceholders placeholders, AddressPart part) =>
        part.Candidates is null ? "placeholders begin with " + string.Join(", ", placeholders.Names)
        : part.Candidates.Count == 0 ? "declare it"
        : part.Name is null ? "use " + string.Join(" or ", part.Candidates)
        : "the candidates are: " + string.Join(", ", part.Candidates);
}
