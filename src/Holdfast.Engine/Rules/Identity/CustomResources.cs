using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>What controllers may make of custom resources, which no rule sees.</summary>
internal static class CustomResources
{
    /// <summary>Whether an object is a custom resource that says a name: its controller may make an object of it, or bind it.</summary>
    public static bool MayMake(MappingNode node, string name) => Include(node) && Says(node, name);

    /// <summary>All that custom resources say, for many names; null where one may say any name.</summary>
    public static HashSet<string>? TextsOf(IEnumerable<MappingNode> nodes)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (MappingNode node in nodes)
        {
            if (Include(node) && !Collect(node, texts))
            {
                return null;
            }
        }

        return texts;
    }

    private static bool Include(MappingNode node) =>
        ObjectView.ApiVersionOf(node) is { } version
        && version.IndexOf('.') is >= 0 and var dot
        && dot < version.IndexOf('/')
        && version.IndexOf(".k8s.io/", StringComparison.Ordinal) < 0;

    private static bool Says(ManifestNode node, string name) => node switch
    {
        ScalarNode scalar => scalar.Text == name,
        SequenceNode sequence => sequence.Items.Any(item => Says(item, name)),
        MappingNode mapping => mapping.IsOpen || mapping.Entries.Any(entry => Says(entry.Value, name)),
        _ => true,
    };

    private static bool Collect(ManifestNode node, HashSet<string> texts)
    {
        switch (node)
        {
            case ScalarNode scalar:
                texts.Add(scalar.Text);
                return true;
            case SequenceNode sequence:
                return sequence.Items.All(item => Collect(item, texts));
            case MappingNode mapping:
                return !mapping.IsOpen && mapping.Entries.All(entry => Collect(entry.Value, texts));
            default:
                return false;
        }
    }
}
