using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Client;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Prerequisites;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// Writes the generated half of an application's type. Everything is named in full or by an alias, and nothing needs a recent language
/// version beyond partial properties, so it compiles wherever the user's half does. The compiler parses and binds all of it after each change,
/// so it holds what is the type's alone, and the library the rest.
/// </summary>
internal static class AppWriter
{
    /// <param name="app">The declaration.</param>
    /// <param name="parts">Its objects.</param>
    /// <param name="models">KubernetesClient's models; null where the project does not reference them, and then there are no typed objects.</param>
    /// <param name="made">What the applications of the project make.</param>
    public static string Write(AppDeclaration app, ImmutableArray<ManifestPart> parts, ClientModels? models, MadeIndex made)
    {
        var writer = new SourceWriter();
        writer.Raw(CSharpText.Head);
        if (models is not null && ManifestsWriter.Writes(app))
        {
            writer.Raw(CSharpText.TypedHead);
        }

        if (app.Type.Namespace.Length > 0)
        {
            writer.Line("namespace ", app.Type.Namespace, ";");
        }

        foreach (string container in app.Type.ContainingTypes)
        {
            writer.Open(container);
        }

        writer.Open(app.Type.Header + " : " + CSharpText.Runtime + WorkloadText.Of(app.Kind).Interface);
        MembersWriter.Write(writer, app);
        ManifestsWriter.Write(writer, app, parts, models, made);
        InstanceWriter.Write(writer, app, parts);
        writer.Close();

        for (int i = 0; i < app.Type.ContainingTypes.Count; i++)
        {
            writer.Close();
        }

        return writer.Finish();
    }

    /// <summary>The name of the file with an application's manifests.</summary>
    public static string ManifestFile(AppDeclaration app) => DeclaredReplicas.Name(app) + ".yaml";
}
