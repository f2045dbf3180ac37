using System.Collections.Immutable;
using System.Text;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Prerequisites;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes what an application needs in the cluster: for code, for the head of its manifest, and for the build's README.md.</summary>
internal static class PrerequisitesWriter
{
    private const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";

    private const string Type = CSharpText.Runtime + "Prerequisite";

    /// <summary>Comment lines; empty where nothing is needed.</summary>
    public static string Head(ImmutableArray<Requirement> requirements)
    {
        if (requirements.IsEmpty)
        {
            return string.Empty;
        }

        var text = new StringBuilder("# It refers to these objects, which must be in the cluster before:\n");
        foreach (Requirement requirement in requirements)
        {
            text.Append("#   ").Append(requirement.Describe()).Append('\n');
        }

        return text.ToString();
    }

    public static void Write(SourceWriter writer, ImmutableArray<Requirement> requirements, ImmutableArray<MappingNode> objects)
    {
        writer.Line();
        Documentation.Write(writer, "summary", "The objects that the application refers to and that no application of the project makes, sorted by kind, namespace and name.");
        if (requirements.IsEmpty)
        {
            writer.Line($"public static {ReadOnlyList}<{Type}> {ManifestMembers.Prerequisites} => global::System.Array.Empty<{Type}>();");
        }
        else
        {
            writer.Open($"public static {ReadOnlyList}<{Type}> {ManifestMembers.Prerequisites} {{ get; }} = new {Type}[]");
            foreach (Requirement requirement in requirements)
            {
                string keys = requirement.Keys.Count == 0
                    ? "global::System.Array.Empty<string>()"
                    : $"new string[] {{ {string.Join(", ", requirement.Keys.Select(CSharpText.Literal))} }}";
                writer.Line($"new {Type}({CSharpText.Literal(requirement.Kind)}, {CSharpText.Literal(requirement.Name)}, {CSharpText.Literal(requirement.Namespace)}, {keys}, {(requirement.IsOptional ? "true" : "false")}),");
            }

            writer.CloseStatement();
        }

        WriteForBuild(writer, requirements, objects);
    }

    /// <summary>
    /// Lines of fields with tabs between them, which the task of the build reads: what is needed, and what is made, since another assembly
    /// of one folder may need it.
    /// </summary>
    private static void WriteForBuild(SourceWriter writer, ImmutableArray<Requirement> requirements, ImmutableArray<MappingNode> objects)
    {
        string[] lines =
        [
            .. requirements.Select(static requirement => string.Join(
                "\t",
                "needs",
                requirement.Kind,
                requirement.Name,
                requirement.Namespace ?? string.Empty,
                requirement.IsOptional ? "optional" : "required",
                string.Join(",", requirement.Keys))),
            .. Requirements.Made(objects)
                .Where(static made => made.Kind is "Secret" or "ConfigMap" or "Namespace" or "ServiceAccount" or "PersistentVolumeClaim" or "CustomResourceDefinition"
                    || made.Kind.EndsWith("Class", StringComparison.Ordinal))
                .Select(static made => string.Join("\t", "makes", made.Kind, made.Name, made.Namespace ?? string.Empty)),
        ];
        if (lines.Length == 0)
        {
            return;
        }

        writer.Line()
            .Line($"[{CSharpText.Runtime}GeneratedPrerequisites]")
            .Line($"private const string HoldfastPrerequisites = {CSharpText.Literal(string.Join("\n", lines))};");
    }
}
