using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor DuplicateRule = new(
        id: "HF2015",
        title: "Two items have the same name",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2015"),
        customTags: Fixes.NameByMember);
}

/// <summary>HF2015: two of a kind under one name, or at one place, within a set or a Service.</summary>
internal sealed class DuplicateRule() : ConstraintRule(RuleDescriptors.DuplicateRule)
{
    private const string Refused = "the API server refuses the object";

    /// <summary>Read in Kubernetes' source; no server was asked.</summary>
    private const string Invalid = "the object is not valid in Kubernetes' API";

    private const string Rename = "change one of the two";

    /// <summary>Up to so many keys it is cheaper to look at each than to hash them.</summary>
    private const int Few = 16;

    private static readonly string[] Sources = ["configMap", "secret", "downwardAPI"];

    private static readonly string[][] NameOfTemplate = [["metadata", "name"]];

    private static readonly string[][] Name = [["name"]];

    private static readonly string[][] FilePath = [["path"]];

    private static readonly string[][] PortNumber = [["containerPort"], ["protocol"]];

    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (PodOwnerView workload in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            Check(workload.ClaimTemplates, "claim templates", "the name", workload, "the last one wins, and the controller never creates the claims of the other", Rename, context, severity: null, NameOfTemplate);
            Check(workload.Containers, "containers", "the name", workload, Refused, Rename, context, severity: null, Name);
            foreach (MappingNode volume in workload.Volumes)
            {
                if (volume["projected"] is not null)
                {
                    Check(ProjectedFiles(volume), "projected files", "the path", workload, Invalid, Rename, context, severity: null, FilePath);
                }

                Check(Files(volume), "files", "the path", workload, "the API server accepts it, and one file replaces the other", Rename, context, DiagnosticSeverity.Warning, FilePath);
            }
        }

        // All containers of a pod are at one address. After those of one container, which are refused.
        foreach (PodOwnerView workload in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            MappingNode[] ports = workload.RunningContainers is [var only]
                ? only["ports"].Mappings().ToArray()
                : [.. workload.RunningContainers.SelectMany(static container => container["ports"].Mappings())];
            Check(ports, "ports", "the name", workload, "the API server accepts it, and a reference by name finds the first", Rename, context, DiagnosticSeverity.Warning, Name);
            Check(ports, "ports", "the number", workload, "the API server accepts it, and only one of the containers can listen", Rename, context, DiagnosticSeverity.Warning, PortNumber);
        }

        foreach (ConfigMapView map in new ListedViews<ConfigMapView>(manifests.ConfigMaps))
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (MappingEntry entry in map.Data.Where(entry => !keys.Add(entry.Key)))
            {
                context.Report(this, entry.KeyLocation, Finding("entries", "the key", entry.Key, Quote(map.DisplayName), "kubectl keeps the last one without a warning", "change one of the two, or remove it"));
            }
        }

        // Two Services of one name: the second takes the place of the first.
        foreach (IGrouping<TextPair, ServiceView> group in (manifests.DeclaredServices.Skip(1).Any() ? manifests.DeclaredServices : [])
            .Where(static service => service.Name.TryGetString(out _))
            .GroupBy(static service => new TextPair(service.DisplayName, service.Namespace.TryGetString(out string? name) ? name : string.Empty)))
        {
            foreach (ServiceView second in group.Skip(1))
            {
                context.Report(this, second.Name!.Location, Finding("Services", "the name", group.Key.First, "one namespace", "the second replaces the first", Rename));
            }
        }

        if (!manifests.Alternatives.IsEmpty)
        {
            CheckAlternatives(manifests, context);
        }
    }

    /// <summary>Two files of a folder that say one object in different ways: once for each two files, at the first such object.</summary>
    private void CheckAlternatives(ManifestSet manifests, RuleContext context)
    {
        var alternatives = new ObjectIndex(manifests.Alternatives);
        ILookup<string, ObjectView> others = alternatives.Services.Concat<ObjectView>(alternatives.Workloads).ToLookup(static view => view.DisplayName, StringComparer.Ordinal);
        var told = new HashSet<TextPair>();
        foreach (ObjectView own in manifests.DeclaredServices.Concat<ObjectView>(manifests.Workloads))
        {
            if (own.Name?.Location is { } place
                && others[own.DisplayName].FirstOrDefault(own.IsSameObject)?.Name?.Location is { } other
                && told.Add(new TextPair(FileOf(place), FileOf(other))))
            {
                context.Report(
                    this,
                    place,
                    Finding(
                        ObjectView.KindOf(own.Node) + "s",
                        "the name",
                        own.DisplayName,
                        $"'{FileOf(other)}' and '{FileOf(place)}'",
                        "kubectl apply -f on the folder applies both files, and the last one wins",
                        "move alternative files into separate folders",
                        DiagnosticSeverity.Warning));
            }
        }

        static string FileOf(Location place) => Path.GetFileName(place.GetLineSpan().Path);
    }

    private static RuleFinding Finding(string what, string by, string value, string where, string consequence, string advice, DiagnosticSeverity? severity = null) =>
        new($"Two {what} in {where} have {by} '{value}'", consequence, advice) { Severity = severity };

    private static string Quote(string name) => "'" + name + "'";

    /// <summary>The files of a volume of one source that are named one by one.</summary>
    private static IEnumerable<MappingNode> Files(MappingNode volume)
    {
        IEnumerable<MappingNode> files = [];
        foreach (string kind in Sources)
        {
            if (volume.At(kind, "items") is SequenceNode items)
            {
                files = files.Concat(items.Mappings().ToArray());
            }
        }

        return files;
    }

    /// <summary>The files of a projected volume that are named one by one.</summary>
    private static IEnumerable<MappingNode> ProjectedFiles(MappingNode volume) => volume.At("projected", "sources").Mappings()
        .SelectMany(static source => source.Entries)
        .SelectMany(static entry => entry.Value is MappingNode source && source["path"] is not null ? (IEnumerable<MappingNode>)[source] : entry.Value.At("items").Mappings());

    private void Check(
        IEnumerable<MappingNode> items,
        string what,
        string by,
        ObjectView owner,
        string consequence,
        string advice,
        RuleContext context,
        DiagnosticSeverity? severity,
        string[][] keys)
    {
        // Nearly all lists have one item, whose key is not even put together, or a few, and no duplicate.
        MappingNode? only = null;
        List<string>? few = null;
        HashSet<string>? many = null;
        foreach (MappingNode item in items)
        {
            if (item.At(keys[0]) is not ScalarNode first || (keys.Length > 1 && item.At(keys[1]) is UnknownNode))
            {
                continue;
            }

            if (only is null)
            {
                only = item;
            }
            else if (!IsNew(KeyOf(item, first)))
            {
                context.Report(this, first.Location, Finding(what, by, first.Text, Quote(owner.DisplayName), consequence, advice, severity));
            }
        }

        bool IsNew(string key)
        {
            if (many is null && few is { Count: Few })
            {
                many = new HashSet<string>(few, StringComparer.Ordinal);
            }

            if (many is not null)
            {
                return many.Add(key);
            }

            few ??= [KeyOf(only!, (ScalarNode)only!.At(keys[0])!)];
            bool isNew = !few.Contains(key);
            if (isNew)
            {
                few.Add(key);
            }

            return isNew;
        }

        string KeyOf(MappingNode item, ScalarNode first) =>
            keys.Length == 1 ? first.Text : first.Text + "/" + (item.At(keys[1]) is ScalarNode second ? second.Text : PortProtocol.Default);
    }
}
