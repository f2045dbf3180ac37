using System.Collections.Immutable;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes the class with the application's manifests: their YAML, and the typed objects where KubernetesClient is referenced.</summary>
internal static class ManifestsWriter
{
    public static void Write(SourceWriter writer, AppDeclaration app, ImmutableArray<ManifestPart> parts, ClientModels? models)
    {
        if (app.Type.OwnMembers.Contains(GeneratedMemberNames.Manifests))
        {
            return;
        }

        MappingNode[] objects = [.. parts.SelectMany(static part => part.Objects)];
        string list = string.Join(", ", objects.Select(static document => Text(document["kind"]) + " " + Text(document.At("metadata", "name"))));
        Documentation.Write(writer, "summary", "The Kubernetes objects of the application: " + CSharpText.Documentation(list) + ".");
        writer.Line(CSharpText.GeneratedCode)
            .Open("public static class " + GeneratedMemberNames.Manifests);
        string file = AppWriter.ManifestFile(app);
        Documentation.Write(writer, "summary", "The text that the build writes to " + Documentation.Code(file) + ".");
        writer.Line($"[{CSharpText.Runtime}GeneratedManifest({CSharpText.Literal(file)})]")
            .Begin("public const string Yaml = @\"")
            .Verbatim(text =>
            {
                text.Append(Header(app));
                YamlWriter.Append(text, objects);
            })
            .Raw("\";\n");
        if (models is not null)
        {
            TypedManifestsWriter.Write(writer, parts, models);
        }

        writer.Close()
            .Line();
    }

    /// <summary>
    /// The first line of a manifest. The build takes a file that begins with it for its own, and leaves any other alone.
    /// </summary>
    private static string Header(AppDeclaration app) =>
        $"# Written by Holdfast for {app.Type.FullName}; change the declaration, not this file.\n";

    private static string Text(ManifestNode? node) => (node as ScalarNode)?.Text ?? "?";
}
