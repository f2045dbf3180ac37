using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Composing;

/// <summary>What all objects of an application have in common.</summary>
internal static class ObjectMetadata
{
    /// <summary>The value of the managed-by label.</summary>
    private const string ManagedBy = "holdfast";

    public static MappingNode Of(AppDeclaration app, Declared<string> name) => new MappingBuilder()
        .Add("name", name)
        .Add("namespace", app.Namespace)
        .Add("labels", Labels(app))
        .Build(name.Origin);

    /// <summary>The labels of objects and pods.</summary>
    public static MappingNode Labels(AppDeclaration app) => new MappingBuilder()
        .Add(KubernetesLabels.Name, app.Name)
        .Add(KubernetesLabels.ManagedBy, ManagedBy)
        .Build();

    /// <summary>
    /// The labels to select by: the name alone, since a selector can never be changed and everything else might.
    /// </summary>
    public static MappingNode Selector(AppDeclaration app) => new MappingBuilder()
        .Add(KubernetesLabels.Name, app.Name)
        .Build();
}
