using System.Collections.Immutable;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Prerequisites;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes the class with the application's manifests: their YAML, and the typed objects where KubernetesClient is referenced.</summary>
internal static class ManifestsWriter
{
    /// <summary>Whether the type has the class; one that the user wrote stays as it is.</summary>
    public static bool Writes(AppDeclaration app) => !app.Type.OwnMembers.Contains(GeneratedMemberNames.Manifests);

    /// <param name="writer">Takes the class.</param>
    /// <param name="app">The declaration.</param>
    /// <param name="parts">Its objects.</param>
    /// <param name="models">KubernetesClient's models; null where the project does not reference them.</param>
    /// <param name="made">What the applications of the project make.</param>
    public static void Write(SourceWriter writer, AppDeclaration app, ImmutableArray<ManifestPart> parts, ClientModels? models, MadeIndex made)
    {
        if (!Writes(app))
        {
            return;
        }

        ImmutableArray<MappingNode> objects = [.. parts.SelectMany(static part => part.Objects)];
        ImmutableArray<Requirement> requirements = Requirements.Of(objects, made);
        Documentation.Open(writer).Raw("The Kubernetes objects of the application: ");
        for (int i = 0; i < objects.Length; i++)
        {
            writer.Raw(i == 0 ? string.Empty : ", ")
                .Raw(CSharpText.Documentation(Text(objects[i]["kind"])))
                .Raw(" ")
                .Raw(CSharpText.Documentation(Text(objects[i].At("metadata", "name"))));
        }

        writer.Raw(".");
        Documentation.Close(writer);

        if (models is not null)
        {
            // Without typed objects there is one line of code in it, and no analyzer asks, since all of it is in a generated file.
            writer.Line(CSharpText.GeneratedCode);
        }

        writer.Open("public static class " + GeneratedMemberNames.Manifests);
        string? prerequisites = PrerequisitesWriter.WriteLines(writer, requirements, objects);
        string file = AppWriter.ManifestFile(app);
        Documentation.Open(writer).Raw("The text that the build writes to ").Name(file).Raw(".");
        Documentation.Close(writer);
        writer.Line($"[{CSharpText.Runtime}GeneratedManifest({CSharpText.Literal(file)}{(prerequisites is null ? string.Empty : ", " + prerequisites)})]")
            .Begin("public const string Yaml = @\"")
            .Verbatim(text =>
            {
                text.Append(Header(app)).Append(PrerequisitesWriter.Head(requirements));
                YamlWriter.Append(text, [.. parts.Where(static part => !IsShared(part)).SelectMany(static part => part.Objects)]);
            })
            .Raw("\";\n");
        foreach (ManifestPart part in parts.Where(IsShared))
        {
            WriteShared(writer, part.Objects[0]);
        }

        PrerequisitesWriter.Write(writer, requirements);
        if (models is not null)
        {
            TypedManifestsWriter.Write(writer, parts, models);
        }

        writer.Close();
    }

    /// <summary>Whether other applications of the folder may make the same object, so that it has its own file.</summary>
    private static bool IsShared(ManifestPart part) => part.Member == ManifestMembers.Namespace;

    private static void WriteShared(SourceWriter writer, MappingNode space)
    {
        string name = Text(space.At("metadata", "name"));
        string file = name + ".namespace.yaml";
        Documentation.Open(writer).Raw("The text that the build writes to ").Name(file).Raw(", once for all applications of the folder that make the namespace.");
        Documentation.Close(writer);
        writer.Line($"[{CSharpText.Runtime}GeneratedManifest({CSharpText.Literal(file)}, {CSharpText.Number(NamespaceComposer.RankOf(space))})]")
            .Begin("public const string NamespaceYaml = @\"")
            .Verbatim(text =>
            {
                text.Append("# Written by Holdfast for the namespace ").Append(name).Append("; change the declarations, not this file.\n");
                YamlWriter.Append(text, [space]);
            })
            .Raw("\";\n");
    }

    /// <summary>
    /// The first line of a manifest. The build takes a file that begins with it for its own, and leaves any other alone.
    /// </summary>
    private static string Header(AppDeclaration app) =>
        $"# Written by Holdfast for {app.Type.FullName}; change the declaration, not this file.\n";

    private static string Text(ManifestNode? node) => (node as ScalarNode)?.Text ?? "?";
}
