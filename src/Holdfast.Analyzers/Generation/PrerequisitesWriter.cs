using System.Collections.Immutable;
using System.Text;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Prerequisites;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes what an application needs in the cluster: for code, for the head of its manifest, and for the build's README.md.</summary>
internal static class PrerequisitesWriter
{
    /// <summary>The constant with the lines, where code needs them too.</summary>
    private const string Lines = "_Needs";

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

    public static void Write(SourceWriter writer, ImmutableArray<Requirement> requirements)
    {
        Documentation.Inherit(writer, "Prerequisite.Read");
        writer.Begin($"public static global::System.Collections.Generic.IReadOnlyList<{CSharpText.Runtime}Prerequisite> {ManifestMembers.Prerequisites}")
            .Raw(requirements.IsEmpty ? " => " : " { get; } = ")
            .Raw($"{CSharpText.Runtime}Prerequisite.Read({(requirements.IsEmpty ? string.Empty : Lines)});\n");
    }

    /// <summary>
    /// Lines of fields with tabs between them, which the task of the build reads: what is needed, and what is made, since another assembly
    /// of one folder may need it. Writes the constant that holds them where the code needs it too.
    /// </summary>
    /// <returns>The lines as an expression; null where there are none.</returns>
    public static string? WriteLines(SourceWriter writer, ImmutableArray<Requirement> requirements, ImmutableArray<MappingNode> objects)
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
                .Select(Made),
        ];
        if (lines.Length == 0)
        {
            return null;
        }

        string text = CSharpText.Literal(string.Join("\n", lines));
        if (requirements.IsEmpty)
        {
            return text;
        }

        writer.Line("const string " + Lines + " = ", text, ";");
        return Lines;
    }

    /// <summary>What is made. Most of it are claims, so they have a short form.</summary>
    private static string Made(MadeObject made) => made.Kind == ClaimView.Kind
        ? "claim\t" + made.Name + (made.Namespace is null ? string.Empty : "\t" + made.Namespace)
        : string.Join("\t", "makes", made.Kind, made.Name, made.Namespace ?? string.Empty);
}
