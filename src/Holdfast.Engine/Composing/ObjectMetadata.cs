using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>What all objects of an application have in common.</summary>
internal static class ObjectMetadata
{
    /// <summary>The value of the managed-by label.</summary>
    public const string ManagedBy = "holdfast";

    public static MappingNode Of(AppDeclaration app, Declared<string> name, ManifestTarget target) => new MappingBuilder()
        .Add("name", name)
        .Add("namespace", app.Namespace)
        .Add("labels", Labels(app, target))
        .Add("annotations", Entries(app.Annotations, target).BuildOrNull())
        .Build(name.Location);

    public static MappingNode OfPods(AppDeclaration app) => new MappingBuilder()
        .Add("labels", Labels(app, ManifestTarget.Pods))
        .Add("annotations", Entries(
            app.Annotations,
            ManifestTarget.Pods,
            new MappingBuilder().Add(HoldfastAnnotations.ConfigHash, ConfigMaps.Hash(app) is { } hash ? ScalarNode.String(hash) : null)).BuildOrNull())
        .Build();

    /// <summary>Of the Jobs that a CronJob makes, which it names itself.</summary>
    public static MappingNode OfJobs(AppDeclaration app) => new MappingBuilder().Add("labels", Labels(app, ManifestTarget.Workload)).Build();

    /// <summary>What claims are labelled with can never be changed, so there is nothing but what is asked for.</summary>
    public static MappingNode OfClaims(AppDeclaration app, Declared<string> name)
    {
        MappingBuilder builder = new MappingBuilder().Add("name", name);
        return (OfEphemeralClaims(app) is { } metadata ? builder.AddAll(metadata) : builder).Build();
    }

    /// <summary>Those have no name; null where nothing is asked for.</summary>
    public static MappingNode? OfEphemeralClaims(AppDeclaration app) => new MappingBuilder()
        .Add("labels", Entries(app.Labels, ManifestTarget.Claims).BuildOrNull())
        .Add("annotations", Entries(app.Annotations, ManifestTarget.Claims).BuildOrNull())
        .BuildOrNull();

    /// <summary>
    /// The labels to select by: the name alone, since a selector can never be changed and everything else might.
    /// </summary>
    public static MappingNode Selector(AppDeclaration app) =>
        app.Selectors.Count == 0 ? new MappingBuilder().Add(KubernetesLabels.Name, app.Name).Build() : Selector(app.Selectors);

    /// <summary>The labels of <c>[Selector]</c>; of two with one key the first counts.</summary>
    public static MappingNode Selector(EquatableArray<SelectorDeclaration> selectors)
    {
        var builder = new MappingBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (SelectorDeclaration selector in selectors)
        {
            if (selector.Key.TryGet(out string? key) && seen.Add(key))
            {
                builder.Add(key, Nodes.Of(selector.Value) ?? new UnknownNode(selector.Key.Location), selector.Key.Location);
            }
        }

        // A label that is about to be typed may be any.
        MappingNode labels = builder.Build();
        return selectors.All(static selector => selector.Key.State == DeclaredState.Known) ? labels : new MappingNode(labels.Entries, isOpen: true);
    }

    /// <summary>Ours, and the user's, which take the place of ours where they have the same key.</summary>
    private static MappingNode? Labels(AppDeclaration app, ManifestTarget target)
    {
        if (app.Selectors.Count > 0)
        {
            // What selectors ask for is on replicas alone, and no label of the user's takes its place there.
            MappingNode selector = target == ManifestTarget.Pods ? Selector(app) : new MappingNode([]);
            MappingNode? labels = Entries(
                app.Labels.Where(label => !selector.Entries.Any(own => own.Key == label.Key.OrDefault(string.Empty))).ToEquatableArray(),
                target,
                new MappingBuilder().AddAll(selector)).BuildOrNull();
            return selector.IsOpen ? new MappingNode(labels?.Entries ?? default, isOpen: true) : labels;
        }

        var builder = new MappingBuilder().Add(KubernetesLabels.Name, app.Name);
        if (app.Labels.Count == 0 || !app.Labels.Any(label => label.Key.OrDefault(string.Empty) == KubernetesLabels.ManagedBy && IsOn(label, target)))
        {
            builder = builder.Add(KubernetesLabels.ManagedBy, ManagedBy);
        }

        // The name is what selectors ask for, so no label of the user's takes its place.
        EquatableArray<MetadataDeclaration> own = app.Labels.Count == 0
            ? app.Labels
            : app.Labels.Where(static label => label.Key.OrDefault(string.Empty) != KubernetesLabels.Name).ToEquatableArray();
        return Entries(own, target, builder).Build();
    }

    private static MappingBuilder Entries(EquatableArray<MetadataDeclaration> entries, ManifestTarget target, MappingBuilder? builder = null)
    {
        builder ??= new MappingBuilder();
        if (entries.Count == 0)
        {
            return builder;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (MetadataDeclaration entry in entries)
        {
            if (entry.Key.TryGet(out string? key) && IsOn(entry, target) && seen.Add(key))
            {
                builder = builder.Add(key, Nodes.Of(entry.Value) ?? new UnknownNode(entry.Key.Location), entry.Key.Location);
            }
        }

        return builder;
    }

    private static bool IsOn(MetadataDeclaration entry, ManifestTarget target) => entry.On.State == DeclaredState.Absent
        ? target != ManifestTarget.Claims
        : entry.On.OrDefault(default).Contains(target.ToString());
}
