using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes the members of the generated half: what the application is, and what its declared members are.</summary>
internal static class MembersWriter
{
    public static void Write(SourceWriter writer, AppDeclaration app)
    {
        WriteWorkload(writer, app);
        WriteMembers(writer, app, app.Container);

        // Classes inside the application's that declare a container, with the members of theirs.
        foreach (ContainerDeclaration container in app.MoreContainers)
        {
            if (container.Type is { CanGenerate: true } type && container.HasMembers)
            {
                writer.Open(type.Header);
                WriteMembers(writer, app, container);
                writer.Close();
            }
        }
    }

    private static void WriteWorkload(SourceWriter writer, AppDeclaration app)
    {
        const string instance = InstanceWriter.Reference;
        var text = WorkloadText.Of(app.Kind);
        if (app.Kind == WorkloadKind.StatefulSet && !app.Type.OwnMembers.Contains(GeneratedMemberNames.Pods))
        {
            Documentation.Pods(writer, app);
            writer.Line($"public static {CSharpText.Runtime}PodSet {GeneratedMemberNames.Pods} => {instance}.Pods;");
        }

        // Editors show the documentation of the interface's member.
        writer.Line($"static {CSharpText.Runtime}{text.Type} {CSharpText.Runtime}{text.Interface}.{text.Member} => {instance};");
    }

    private static void WriteMembers(SourceWriter writer, AppDeclaration app, ContainerDeclaration container)
    {
        foreach (MemberText text in MemberTexts.All)
        {
            foreach (MemberDeclaration member in container.Members)
            {
                if (member.Member.CanImplement && text.IsOf(member))
                {
                    string known = text.Text(app, member);
                    string element = OpenProperty(writer, member.Member);
                    text.Document(writer, app, member, known);
                    CloseDocumentation(writer, element, member.Member, text.Type);
                    text.Give(writer, app, known);
                    writer.Raw(";\n");
                }
            }
        }

        // There is an error about each; code that names them need not have further ones.
        foreach (RefusedMemberDeclaration refused in container.RefusedMembers)
        {
            if (refused.Member.CanImplement)
            {
                string problem = $"{refused.Attribute} is for {refused.For} and {app.Type.Name} is a {app.Kind}.";
                string element = OpenProperty(writer, refused.Member);
                writer.Raw(CSharpText.Documentation(problem));
                CloseDocumentation(writer, element, refused.Member, CSharpText.TypeOf(refused.TypeName));
                writer.Raw("throw new global::System.NotSupportedException(").Raw(CSharpText.Literal(problem)).Raw(");\n");
            }
        }
    }

    /// <summary>The beginning of a property's documentation.</summary>
    /// <returns>The element that is open.</returns>
    private static string OpenProperty(SourceWriter writer, MemberShape member)
    {
        // The compiler shows the documentation of this half, so the user's own words are repeated in it.
        writer.Lines(member.Documentation);
        string element = member.Documentation.Length == 0 ? Documentation.Summary : Documentation.Remarks;
        Documentation.Open(writer, element);
        return element;
    }

    /// <summary>The end of the documentation, and the property as far as its value.</summary>
    private static void CloseDocumentation(SourceWriter writer, string element, MemberShape member, string type)
    {
        Documentation.Close(writer, element);

        // An analyzer that leaves generated code alone asks the attribute, since the user's half of the property is not generated.
        writer.Begin(CSharpText.GeneratedCode).Raw(" ").Raw(member.Modifiers).Raw(" ").Raw(type).Raw(" ").Raw(TypeShapeReader.Escape(member.Name)).Raw(" => ");
    }
}
