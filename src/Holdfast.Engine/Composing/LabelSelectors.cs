using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing;

/// <summary>Selectors of pods and namespaces by their labels.</summary>
internal static class LabelSelectors
{
    /// <summary>The replicas of the application itself.</summary>
    public static MappingNode OwnReplicas(AppDeclaration app) =>
        new MappingBuilder().Add("matchLabels", ObjectMetadata.Selector(app)).Build();

    /// <summary>The pods of another application.</summary>
    public static MappingNode Of(AppReference app, Location? location) => new MappingBuilder()
        .Add("matchLabels", Labels(app, location))
        .Build(location);

    /// <summary>The pods of an application, with labels, or both; null where neither is said.</summary>
    public static ManifestNode? Of(Declared<AppReference> app, Declared<EquatableArray<string>> labels)
    {
        if (app.State == DeclaredState.Unknown || labels.State == DeclaredState.Unknown)
        {
            return new UnknownNode(app.State == DeclaredState.Unknown ? app.Location : labels.Location);
        }

        var exact = new MappingBuilder();
        if (app.TryGet(out AppReference? reference))
        {
            exact.AddAll(Labels(reference, app.Location));
        }

        return LabelTexts.Selector(labels.OrDefault(default), exact.Build().Entries, labels.Location);
    }

    /// <summary>Namespaces by their names, which each has as a label.</summary>
    public static ManifestNode Namespaces(Declared<EquatableArray<string>> names)
    {
        if (!names.TryGet(out EquatableArray<string> items))
        {
            return new UnknownNode(names.Location);
        }

        return items.Count == 1
            ? Namespace(ScalarNode.String(items[0], names.Location))
            : new MappingBuilder()
                .Add(
                    "matchExpressions",
                    [
                        new MappingBuilder()
                            .Add("key", KubernetesLabels.NamespaceName)
                            .Add("operator", LabelRequirement.In)
                            .Add("values", Nodes.Of(names))
                            .Build(names.Location),
                    ])
                .Build(names.Location);
    }

    /// <summary>A namespace by its name.</summary>
    public static MappingNode Namespace(ManifestNode name) => new MappingBuilder()
        .Add("matchLabels", new MappingBuilder().Add(KubernetesLabels.NamespaceName, name).Build(name.Location))
        .Build(name.Location);

    /// <summary>The namespace of another application, where it is declared to be another one; null where it is the same.</summary>
    public static ManifestNode? OtherNamespace(AppDeclaration app, AppReference other, Location? location) => other.Namespace.State switch
    {
        DeclaredState.Absent => null,
        DeclaredState.Known when other.Namespace.Equals(app.Namespace) => null,
        _ => At(other.Namespace, location),
    };

    private static MappingNode Labels(AppReference app, Location? location) => app.Selectors.Count == 0
        ? new MappingBuilder().Add(KubernetesLabels.Name, At(app.Name, location)).Build(location)
        : ObjectMetadata.Selector(app.Selectors);

    /// <summary>What is read at another declaration stands, for this one, where it refers to it.</summary>
    private static ManifestNode At(Declared<string> value, Location? location) =>
        value.TryGet(out string? text) ? ScalarNode.String(text, location) : new UnknownNode(location);
}
