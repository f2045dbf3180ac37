using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Generation;

/// <summary>What the generated half of a type says about the members of one class of declarations.</summary>
internal sealed class MemberText
{
    private MemberText(
        Func<MemberDeclaration, bool> isOf,
        string typeName,
        Func<AppDeclaration, MemberDeclaration, IReadOnlyList<string>> documentation,
        Func<AppDeclaration, MemberDeclaration, string> value)
    {
        IsOf = isOf;
        Type = CSharpText.TypeOf(typeName);
        Documentation = documentation;
        Value = value;
    }

    /// <summary>Whether a member is declared by that class.</summary>
    public Func<MemberDeclaration, bool> IsOf { get; }

    /// <summary>The type of the member, as code names it.</summary>
    public string Type { get; }

    /// <summary>What the member is, one paragraph a line.</summary>
    public Func<AppDeclaration, MemberDeclaration, IReadOnlyList<string>> Documentation { get; }

    /// <summary>What the member gives, as an expression.</summary>
    public Func<AppDeclaration, MemberDeclaration, string> Value { get; }

    /// <summary>Members that give an object of the library, which the application's instance makes once.</summary>
    /// <param name="typeName">The object's class.</param>
    /// <param name="method">The method of the application's instance that makes it.</param>
    /// <param name="documentation">What the member is.</param>
    /// <param name="arguments">The method's arguments.</param>
    public static MemberText Instance<T>(string typeName, string method, Func<AppDeclaration, T, IReadOnlyList<string>> documentation, Func<T, string> arguments)
        where T : MemberDeclaration => new(
            static member => member is T,
            typeName,
            (app, member) => documentation(app, (T)member),
            (app, member) => $"{InstanceWriter.Reference(app)}.{method}({arguments((T)member)})");

    /// <summary>Members that give a text which is known already.</summary>
    public static MemberText Text<T>(string typeName, Func<AppDeclaration, T, string, IReadOnlyList<string>> documentation, Func<AppDeclaration, T, string> text)
        where T : MemberDeclaration => new(
            static member => member is T,
            typeName,
            (app, member) => documentation(app, (T)member, text(app, (T)member)),
            (app, member) => CSharpText.Literal(text(app, (T)member)));
}
