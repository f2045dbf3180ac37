using Holdfast.Engine.Declarations;

namespace Holdfast.Analyzers.Generation;

/// <summary>What the generated half of a type says about the members of one class of declarations.</summary>
internal sealed class MemberText
{
    private MemberText(
        Func<MemberDeclaration, bool> isOf,
        string typeName,
        Func<AppDeclaration, MemberDeclaration, IReadOnlyList<string>> documentation)
    {
        IsOf = isOf;
        Type = CSharpText.TypeOf(typeName);
        Documentation = documentation;
    }

    /// <summary>Whether a member is declared by that class.</summary>
    public Func<MemberDeclaration, bool> IsOf { get; }

    /// <summary>The type of the member, named in full.</summary>
    public string Type { get; }

    /// <summary>What the member is, one paragraph a line.</summary>
    public Func<AppDeclaration, MemberDeclaration, IReadOnlyList<string>> Documentation { get; }

    /// <summary>The arguments of the instance that the member gives; null where it gives a value. The first parameter is the workload's instance.</summary>
    public Func<string, MemberDeclaration, string>? Arguments { get; private init; }

    /// <summary>The value that the member gives; null where it gives an instance.</summary>
    public Func<AppDeclaration, MemberDeclaration, string>? Value { get; private init; }

    /// <summary>Members that give an instance of a class of <c>Holdfast</c>, made once.</summary>
    public static MemberText Instance<T>(string typeName, Func<AppDeclaration, T, IReadOnlyList<string>> documentation, Func<string, T, string> arguments)
        where T : MemberDeclaration => new(static member => member is T, typeName, (app, member) => documentation(app, (T)member))
        {
            Arguments = (workload, member) => arguments(workload, (T)member),
        };

    /// <summary>Members that give a text which is known already.</summary>
    public static MemberText Text<T>(string typeName, Func<AppDeclaration, T, string, IReadOnlyList<string>> documentation, Func<AppDeclaration, T, string> text)
        where T : MemberDeclaration => new(static member => member is T, typeName, (app, member) => documentation(app, (T)member, text(app, (T)member)))
        {
            Value = (app, member) => CSharpText.Literal(text(app, (T)member)),
        };
}
