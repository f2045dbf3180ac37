using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>
/// Puts what is declared in the place of the placeholders of a declaration's texts, after files are read and before objects
/// are composed. A declaration without such texts costs nothing.
/// </summary>
internal static class FilledTexts
{
    public static AppDeclaration Fill(AppDeclaration app) => !HasPlaceholders(app) ? app : app with
    {
        Container = Fill(app, app.Container),
        MoreContainers = app.MoreContainers.Select(container => Fill(app, container)).ToEquatableArray(),
        TextsThatNamePods = app.Containers.SelectMany(container => ThatNamePods(app, container)).ToEquatableArray(),
    };

    /// <summary>In the words of messages.</summary>
    private static IEnumerable<string> ThatNamePods(AppDeclaration app, ContainerDeclaration container)
    {
        IEnumerable<(string Name, Declared<string> Text, PlaceholdersDeclaration? Declared)> texts = container.ConfigFiles
            .Select(static file => (file.Path.OrDefault(file.Member), file.Text, file.Placeholders))
            .Concat(container.ConfigMapEntries.Select(static entry => (entry.Key.OrDefault(string.Empty), entry.Text, entry.Placeholders)))
            .Concat(container.Env.Select(static variable => (variable.Name.OrDefault(string.Empty), variable.Value, variable.Placeholders)));
        return from text in texts
               where text.Declared is { Count: > 0 } declared
                   && text.Text.TryGet(out string? known)
                   && new TextPlaceholders(app, declared, TextPlace.File).NamesPods(known)
               select $"the text of '{text.Name}'";
    }

    /// <summary>Whether a container has texts with placeholders.</summary>
    public static bool HasPlaceholders(ContainerDeclaration container)
    {
        if (container.Placeholders is not null)
        {
            return true;
        }

        foreach (EnvDeclaration variable in container.Env)
        {
            if (variable.Placeholders is not null)
            {
                return true;
            }
        }

        return (container.ConfigFiles.Count > 0 && container.ConfigFiles.Any(static file => file.Placeholders is not null))
            || (container.ConfigMapEntries.Count > 0 && container.ConfigMapEntries.Any(static entry => entry.Placeholders is not null));
    }

    private static bool HasPlaceholders(AppDeclaration app)
    {
        foreach (ContainerDeclaration container in app.MoreContainers)
        {
            if (HasPlaceholders(container))
            {
                return true;
            }
        }

        return HasPlaceholders(app.Container);
    }

    /// <summary>Whether the copies of a file for all replicas are more than a ConfigMap takes, or than are listed.</summary>
    public static bool IsTooLarge(AppDeclaration app, string text) =>
        DeclaredReplicas.Count(app) > DeclaredReplicas.MostListed || (long)DeclaredReplicas.Count(app) * text.Length > KubernetesLimits.ConfigMapBytes;

    private static ContainerDeclaration Fill(AppDeclaration app, ContainerDeclaration container) => !HasPlaceholders(container) ? container : container with
    {
        ConfigFiles = container.ConfigFiles.Select(file => Fill(app, file)).ToEquatableArray(),
        ConfigMapEntries = container.ConfigMapEntries
            .Select(entry => entry with { Text = Fill(app, entry.Text, entry.Placeholders, TextPlace.Entry), Placeholders = null, Braces = entry.Placeholders?.Count ?? 0 })
            .ToEquatableArray(),
        Env = container.Env
            .Select(variable => variable with { Value = Fill(app, variable.Value, variable.Placeholders, TextPlace.Variable), Placeholders = null })
            .ToEquatableArray(),
        Command = Fill(app, container.Command, container.Placeholders),
        Args = Fill(app, container.Args, container.Placeholders),
        Placeholders = null,
    };

    private static ConfigFileDeclaration Fill(AppDeclaration app, ConfigFileDeclaration file)
    {
        if (file.Placeholders is not { Count: > 0 } declared || !file.Text.TryGet(out string? text))
        {
            return file with { Placeholders = null };
        }

        var placeholders = new TextPlaceholders(app, declared, TextPlace.File);
        if (app.Kind == WorkloadKind.Deployment || !placeholders.IsOfOneReplica(text))
        {
            return file with { Text = Fill(app, file.Text, declared, TextPlace.File), Placeholders = null, Braces = declared.Count };
        }

        // At least one text stays, which says what the file is where there is no replica.
        int count = Math.Max(1, DeclaredReplicas.Listed(app));
        var texts = new List<string>();
        for (int index = 0; index < count && !IsTooLarge(app, text); index++)
        {
            if (placeholders.Fill(text, index) is not { } filled)
            {
                break;
            }

            texts.Add(filled);
        }

        return file with
        {
            Text = texts.Count == count ? Declared<string>.Known(texts[0], file.Text.Location) : Declared<string>.Unknown(file.Text.Location),
            PerReplica = texts.Count == count ? texts.ToEquatableArray() : default,
            Placeholders = null,
            Braces = declared.Count,
        };
    }

    private static Declared<EquatableArray<string>> Fill(AppDeclaration app, Declared<EquatableArray<string>> list, PlaceholdersDeclaration? declared)
    {
        if (declared is not { Count: > 0 } || !list.TryGet(out EquatableArray<string> texts))
        {
            return list;
        }

        var placeholders = new TextPlaceholders(app, declared, TextPlace.Variable);
        string?[] filled = [.. texts.Select(text => placeholders.Fill(text))];
        return filled.Contains(null)
            ? Declared<EquatableArray<string>>.Unknown(list.Location)
            : Declared<EquatableArray<string>>.Known(filled.OfType<string>().ToEquatableArray(), list.Location);
    }

    private static Declared<string> Fill(AppDeclaration app, Declared<string> text, PlaceholdersDeclaration? declared, TextPlace place)
    {
        if (declared is not { Count: > 0 } || !text.TryGet(out string? known))
        {
            return text;
        }

        return new TextPlaceholders(app, declared, place).Fill(known) is { } filled
            ? Declared<string>.Known(filled, text.Location)
            : Declared<string>.Unknown(text.Location);
    }
}
