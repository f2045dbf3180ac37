using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Analyzers.Generation;

/// <summary>What the generated half of a type says about the members of one class of declarations.</summary>
internal sealed class MemberText
{
    private MemberText(Func<MemberDeclaration, bool> isOf, string typeName, Func<AppDeclaration, MemberDeclaration, string> text)
    {
        IsOf = isOf;
        Type = CSharpText.TypeOf(typeName);
        Text = text;
    }

    /// <summary>Whether a member is declared by that class.</summary>
    public Func<MemberDeclaration, bool> IsOf { get; }

    /// <summary>The type of the member, as code names it.</summary>
    public string Type { get; }

    /// <summary>What is known of the value and both of the others need: the whole text, or the arguments of the object.</summary>
    public Func<AppDeclaration, MemberDeclaration, string> Text { get; }

    /// <summary>Writes what the member is.</summary>
    public required Action<SourceWriter, AppDeclaration, MemberDeclaration, string> Document { get; init; }

    /// <summary>Writes what the member gives, as an expression.</summary>
    public required Action<SourceWriter, AppDeclaration, string> Give { get; init; }

    /// <summary>Members that give an object of the library, which the application's instance makes once.</summary>
    /// <param name="typeName">The object's class.</param>
    /// <param name="method">The method of the application's instance that makes it.</param>
    /// <param name="document">Writes what the member is.</param>
    /// <param name="arguments">The method's arguments.</param>
    public static MemberText Object<T>(string typeName, string method, Action<SourceWriter, AppDeclaration, T> document, Func<T, string> arguments)
        where T : MemberDeclaration => new(static member => member is T, typeName, (_, member) => arguments((T)member))
        {
            Document = (writer, app, member, _) => document(writer, app, (T)member),
            Give = (writer, _, text) => writer.Raw(InstanceWriter.Reference).Raw(".").Raw(method).Raw("(").Raw(text).Raw(")"),
        };

    /// <summary>Members that give a text which is known already.</summary>
    /// <param name="document">Writes what the member is.</param>
    /// <param name="text">The text.</param>
    public static MemberText Known<T>(Action<SourceWriter, T, string> document, Func<AppDeclaration, T, string> text)
        where T : MemberDeclaration => new(static member => member is T, PropertyTypeNames.String, (app, member) => text(app, (T)member))
        {
            Document = (writer, _, member, known) => document(writer, (T)member, known),
            Give = static (writer, _, known) => writer.Raw(CSharpText.Literal(known)),
        };
}
