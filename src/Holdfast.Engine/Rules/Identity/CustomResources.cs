using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>What controllers may make of custom resources, which no rule sees.</summary>
internal static class CustomResources
{
    /// <summary>Whether an object is a custom resource that says a name: its controller may make an object of it, or bind it.</summary>
    public static bool MayMake(MappingNode node, string name) =>
        ObjectView.ApiVersionOf(node) is { } version
        && version.IndexOf('.') is >= 0 and var dot
        && dot < version.IndexOf('/')
        && version.IndexOf(".k8s.io/", StringComparison.Ordinal) < 0
        && Says(node, name);

    private static bool Says(ManifestNode node, string name) => node switch
    {
        ScalarNode scalar => scalar.Text == name,
        SequenceNode sequence => sequence.Items.Any(item => Says(item, name)),
        MappingNode mapping => mapping.IsOpen || mapping.Entries.Any(entry => Says(entry.Value, name)),
        _ => true,
    };
}
