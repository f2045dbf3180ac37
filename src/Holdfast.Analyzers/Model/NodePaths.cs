using System.Collections.Immutable;

namespace Holdfast.Analyzers.Model;

/// <summary>Values of an object with the way that leads to them.</summary>
internal static class NodePaths
{
    /// <summary>What stands for an item of a list.</summary>
    public const string Any = "*";

    /// <summary>All scalars of a tree, each with its path, innermost field first.</summary>
    public static List<(ScalarNode Value, ImmutableStack<string> Path)> Scalars(ManifestNode node)
    {
        var found = new List<(ScalarNode, ImmutableStack<string>)>();
        Add(node, [], found);
        return found;
    }

    /// <summary>Whether a path, innermost field first, ends with these fields.</summary>
    public static bool Ends(ImmutableStack<string> path, string[] end)
    {
        for (int i = end.Length - 1; i >= 0; i--)
        {
            if (path.IsEmpty || path.Peek() != end[i])
            {
                return false;
            }

            path = path.Pop();
        }

        return true;
    }

    private static void Add(ManifestNode node, ImmutableStack<string> path, List<(ScalarNode Value, ImmutableStack<string> Path)> found)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (MappingEntry entry in mapping.Entries)
                {
                    Add(entry.Value, path.Push(entry.Key), found);
                }

                break;
            case SequenceNode sequence:
                foreach (ManifestNode item in sequence.Items)
                {
                    Add(item, path.Push(Any), found);
                }

                break;
            case ScalarNode scalar:
                found.Add((scalar, path));
                break;
        }
    }
}
