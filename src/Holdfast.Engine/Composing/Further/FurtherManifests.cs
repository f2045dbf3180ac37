using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing.Further;

/// <summary>
/// Reads the objects that declarations give as YAML. Each node keeps its place there, so rules judge them as they judge all others. A text
/// that cannot be read gives no object.
/// </summary>
internal static class FurtherManifests
{
    private static readonly string Attribute = AttributeNames.Written(AttributeNames.Manifest);

    /// <param name="manifests">What the attributes say, with the texts of files.</param>
    /// <param name="space">The namespace of an object that says none; null where it is not known.</param>
    /// <param name="made">The objects that other attributes make.</param>
    /// <param name="context">Receives what cannot be read, and whether nodes carry their places.</param>
    public static ImmutableArray<MappingNode> Read(EquatableArray<FurtherManifestDeclaration> manifests, string? space, IEnumerable<MappingNode> made, Reporter context)
    {
        if (manifests.Count == 0)
        {
            return [];
        }

        var names = new HashSet<(string, string, string?)>(made.Select(node => Identity(node, space)));
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (FurtherManifestDeclaration manifest in manifests)
        {
            if (manifest.Yaml.TryGet(out string? text))
            {
                Read(text, manifest.Yaml.Location, space, names, objects, context);
            }
        }

        return objects.ToImmutable();
    }

    private static void Read(string text, Location? location, string? space, HashSet<(string, string, string?)> names, ImmutableArray<MappingNode>.Builder objects, Reporter context)
    {
        YamlReading reading = YamlReader.Read(text, location is null ? null : context.PlacesIn(location, text));
        foreach (YamlProblem problem in reading.Problems)
        {
            context.Report(ReadingProblems.FurtherObject, problem.Location ?? location, $"The YAML of {Attribute} cannot be read: {problem.Message}", "correct it");
        }

        if (!reading.Problems.IsEmpty)
        {
            return;
        }

        if (reading.Documents.IsEmpty)
        {
            context.Report(ReadingProblems.FurtherObject, location, $"{Attribute} has no object", "write one, or remove the attribute");
        }

        foreach (MappingNode node in reading.Documents)
        {
            if (Problem(node, space, names) is { } problem)
            {
                context.Report(ReadingProblems.FurtherObject, (problem.Place ?? node).Location ?? location, problem.What, problem.ToDo);
                continue;
            }

            names.Add(Identity(node, space));
            objects.Add(node);
        }
    }

    private static (ManifestNode? Place, string What, string ToDo)? Problem(MappingNode node, string? space, HashSet<(string, string, string?)> names)
    {
        foreach (string[] path in new[] { new[] { "apiVersion" }, ["kind"], ["metadata", "name"] })
        {
            if (!node.At(path).TryGetString(out string? text) || text.Length == 0)
            {
                return (node.At(path) ?? node[path[0]], $"An object of {Attribute} has no {string.Join(".", path)}", $"add {string.Join(".", path)}");
            }
        }

        string kind = ObjectView.KindOf(node);
        string name = ((ScalarNode)node.At("metadata", "name")!).Text;
        if (ObjectView.ApiVersionOf(node).StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal))
        {
            return (node["kind"], $"A {kind} is for kustomize alone and not an object of the cluster", $"remove it from {Attribute}");
        }

        return names.Contains(Identity(node, space))
            ? (node.At("metadata", "name"), $"There is a {kind} '{name}' in the application already, and kustomize fails on a second one", "remove one of the two; [Patch] changes what attributes make")
            : null;
    }

    private static (string, string, string?) Identity(MappingNode node, string? space) => (
        ObjectView.KindOf(node),
        node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty,
        node.At("metadata", "namespace").TryGetString(out string? own) ? own : space);
}
