using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>A line of a text in a manifest: of a variable, an argument, or a file in a ConfigMap.</summary>
/// <param name="Node">The value that it is a line of.</param>
/// <param name="Start">Where it begins in the value.</param>
/// <param name="Text">The line.</param>
/// <param name="Before">What is before it and may tell what it is for: a variable's name, the line or argument before.</param>
/// <param name="Workload">What has the container that it is for; null for a ConfigMap's.</param>
internal sealed record ManifestText(ScalarNode Node, int Start, string Text, string Before, string? Workload)
{
    /// <summary>Whose pods it names by their own names, where these have none in DNS: <c>the DaemonSet 'orders'</c>.</summary>
    public string? PodsWithoutNames { get; init; }

    /// <summary>Whether variables are put into the line, so that it is not as it is written.</summary>
    public bool IsExpanded { get; init; }

    /// <summary>How a text that variables are put into is written: parts of it as they became, and as they are written.</summary>
    public (string Became, string Written)? PodName { get; init; }

    /// <summary>Whether the pod looks names up below domains that are its own, so that a name may be complete there.</summary>
    public bool HasSearchDomains { get; init; }

    private static readonly string[][] PodSpecs = [["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"], ["spec"]];

    /// <summary>The texts of an object that may name hosts; those of a group stand one after the other.</summary>
    public static IEnumerable<IReadOnlyList<ManifestText>> GroupsOf(MappingNode node)
    {
        if (ObjectView.Is(node, ConfigMapView.ApiVersion, ConfigMapView.Kind))
        {
            return new ConfigMapView(node).Data
                .Select(static entry => (entry.Key, Value: entry.Value as ScalarNode))
                .Where(static entry => MayHold(entry.Value))
                .Select(static entry =>
                {
                    var lines = new List<ManifestText>();
                    AddLines(lines, entry.Value!, entry.Key, null);
                    return lines;
                });
        }

        string workload = node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty;
        PodOwnerView? owner = null;
        List<IReadOnlyList<ManifestText>>? groups = null;
        foreach (string[] path in PodSpecs)
        {
            ManifestNode? pod = node.At(path);
            Add(pod.At("containers"));
            Add(pod.At("initContainers"));
        }

        return groups ?? (IEnumerable<IReadOnlyList<ManifestText>>)[];

        void Add(ManifestNode? containers)
        {
            foreach (MappingNode container in containers.Mappings())
            {
                if (DeclaredText.ExistsIn(container, MayHold))
                {
                    AddGroups(groups ??= [], container, workload, owner ??= PodOwnerView.Of(node));
                }
            }
        }
    }

    private static void AddGroups(List<IReadOnlyList<ManifestText>> groups, MappingNode container, string workload, PodOwnerView? owner)
    {
        var variables = new ContainerVariables(container, owner);
        bool hasDomains = owner?.PodSpec.At("dnsConfig") is not null;
        AddArguments("command");
        AddArguments("args");
        foreach (MappingNode variable in container["env"].Mappings())
        {
            if (variable["value"] is ScalarNode value && MayHold(value))
            {
                var items = new List<ManifestText>(1);
                AddLines(items, value, variable["name"].TryGetString(out string? name) ? name : string.Empty, workload);
                Expand(items, until: variable);
                groups.Add(items);
            }
        }

        void AddArguments(string field)
        {
            // Of arguments without a name nothing is judged.
            if (container[field] is not SequenceNode arguments || !DeclaredText.ExistsIn(arguments, MayHold))
            {
                return;
            }

            var items = new List<ManifestText>(arguments.Items.Count);
            string before = string.Empty;
            foreach (ManifestNode argument in arguments.Items)
            {
                if (argument is ScalarNode item)
                {
                    AddLines(items, item, before, workload);
                    before = item.Text;
                }
            }

            Expand(items, until: null);
            groups.Add(items);
        }

        void Expand(List<ManifestText> items, MappingNode? until)
        {
            for (int i = 0; i < items.Count; i++)
            {
                items[i] = variables.Expand(hasDomains ? items[i] with { HasSearchDomains = true } : items[i], until);
            }
        }
    }

    private static bool MayHold(ScalarNode? node) => node is { Kind: ScalarKind.String }
        && (HostText.MayHold(node.Text) || HostText.IsUrl(node.Text) || node.Text.IndexOf("$(", StringComparison.Ordinal) >= 0);

    private static void AddLines(List<ManifestText> lines, ScalarNode node, string before, string? workload)
    {
        string text = node.Text;
        int end;
        for (int start = 0; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            string line = text.Substring(start, end - start);
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(new ManifestText(node, start, line, before, workload));
                before = line;
            }
        }
    }
}
