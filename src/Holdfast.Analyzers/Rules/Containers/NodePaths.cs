using System.Collections.Immutable;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>Values of an object with the way that leads to them.</summary>
internal static class NodePaths
{
    /// <summary>What stands for an item of a list.</summary>
    public const string Any = "*";

    /// <summary>All scalars of a tree, each with its path, innermost field first.</summary>
    public static IEnumerable<(ScalarNode Value, ImmutableStack<string> Path)> Scalars(ManifestNode node) => Scalars(node, []);

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

    private static IEnumerable<(ScalarNode Value, ImmutableStack<string> Path)> Scalars(ManifestNode node, ImmutableStack<string> path) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value, path.Push(entry.Key))),
        SequenceNode sequence => sequence.Items.SelectMany(item => Scalars(item, path.Push(Any))),
        ScalarNode scalar => [(scalar, path)],
        _ => [],
    };
}
