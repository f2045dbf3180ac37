using System.Globalization;
using System.Text;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>
/// The replacements of a kustomization, which put a field of one object into fields of others. A part of a text that is replaced
/// makes the text unknown.
/// </summary>
internal static class KustomizeReplacements
{
    /// <summary>Whether all replacements are understood.</summary>
    public static bool Apply(KustomizeFiles files, ManifestFile file, MappingNode settings, List<MappingNode> objects)
    {
        bool understood = true;
        foreach (MappingNode replacement in settings["replacements"].Mappings())
        {
            if (replacement["path"] is not { } path)
            {
                understood &= Apply(replacement, objects);
                continue;
            }

            if (files.Read(file, path) is not { } read)
            {
                understood = false;
                continue;
            }

            foreach (MappingNode each in read.Lists.SelectMany(static list => list.Mappings()).Concat(read.Documents))
            {
                understood &= Apply(each, objects);
            }
        }

        return understood;
    }

    private static bool Apply(MappingNode replacement, List<MappingNode> objects)
    {
        ManifestNode value = ValueOf(replacement, objects);
        bool understood = true;
        foreach (MappingNode target in replacement["targets"].Mappings())
        {
            bool isFound = false;
            for (int i = 0; i < objects.Count; i++)
            {
                MappingNode candidate = objects[i];
                if (target["select"] is not MappingNode select
                    || !KustomizeTarget.Selects(select, candidate)
                    || target["reject"].Mappings().Any(reject => KustomizeTarget.Selects(reject, candidate)))
                {
                    continue;
                }

                isFound = true;
                ManifestNode given = target.At("options", "delimiter") is null ? value : new UnknownNode();
                bool create = target.At("options", "create").IsTrue();
                foreach (string path in Paths(target["fieldPaths"]))
                {
                    var edit = new ReplacementEdit(given, create);
                    if (edit.Apply(objects[i], Steps(path)) is MappingNode changed && !edit.HasFailed)
                    {
                        objects[i] = changed;
                    }
                    else
                    {
                        understood = false;
                    }
                }
            }

            // It may have another name than it had when the replacement was written.
            understood &= isFound;
        }

        return understood;
    }

    private static ManifestNode ValueOf(MappingNode replacement, List<MappingNode> objects)
    {
        if (replacement["sourceValue"] is { } literal)
        {
            return literal;
        }

        if (replacement["source"] is not MappingNode source || source.At("options", "delimiter") is not null)
        {
            return new UnknownNode();
        }

        string path = source["fieldPath"].TryGetString(out string? text) ? text : "metadata.name";
        MappingNode[] found = [.. objects.Where(candidate => KustomizeTarget.Selects(source, candidate))];
        return found.Length == 1 && Get(found[0], Steps(path), 0) is { } value ? value : new UnknownNode();
    }

    private static IEnumerable<string> Paths(ManifestNode? node)
    {
        foreach (ManifestNode item in (node as SequenceNode)?.Items ?? default)
        {
            if (item.TryGetString(out string? path))
            {
                yield return path;
            }
        }
    }

    /// <summary>The steps of <c>spec.containers.[name=web].image</c>; a backslash keeps a dot.</summary>
    private static List<string> Steps(string path)
    {
        var steps = new List<string>();
        var step = new StringBuilder();
        int brackets = 0;
        for (int i = 0; i < path.Length; i++)
        {
            brackets += path[i] == '[' ? 1 : path[i] == ']' ? -1 : 0;
            if (path[i] == '\\' && i + 1 < path.Length)
            {
                step.Append(path[++i]);
            }
            else if (path[i] == '.' && brackets == 0)
            {
                steps.Add(step.ToString());
                step.Clear();
            }
            else
            {
                step.Append(path[i]);
            }
        }

        steps.Add(step.ToString());
        return steps;
    }

    private static ManifestNode? Get(ManifestNode? node, List<string> steps, int depth)
    {
        if (depth == steps.Count || node is UnknownNode)
        {
            return node;
        }

        return node switch
        {
            MappingNode mapping => Get(mapping[steps[depth]], steps, depth + 1),
            SequenceNode sequence => Get(Items(sequence, steps[depth]) is [var index] ? sequence.Items[index] : null, steps, depth + 1),
            _ => null,
        };
    }

    /// <summary>The items that a step means: all with <c>*</c>, one by its number, or those with a field as in <c>[name=web]</c>.</summary>
    internal static List<int> Items(SequenceNode sequence, string step)
    {
        string[] pair = step.Trim('[', ']').Split(['='], 2);
        bool isNumber = int.TryParse(step.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return
        [
            .. Enumerable.Range(0, sequence.Items.Count).Where(index => step == "*"
                || (isNumber && index == number)
                || (pair.Length == 2 && sequence.Items[index].At(pair[0]) is ScalarNode scalar && scalar.Text == pair[1])),
        ];
    }
}
