using System.Globalization;
using System.Text;
using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>An attribute as C#; an argument that is absent is not written.</summary>
/// <param name="name">The attribute's name.</param>
/// <param name="indent">The column it begins at.</param>
internal sealed class AttributeText(string name, int indent)
{
    private const int Width = 140;

    private const int ArrayWidth = 110;

    private const int Step = 4;

    private readonly List<string> _arguments = [];

    public AttributeText Add(string? argument)
    {
        if (argument is not null)
        {
            _arguments.Add(argument);
        }

        return this;
    }

    public AttributeText Text(Declared<string> value) => Add(value.TryGet(out string? text) ? Literal(text) : null);

    public AttributeText Text(string argument, Declared<string> value) => Add(value.TryGet(out string? text) ? $"{argument} = {Literal(text)}" : null);

    /// <summary>A text that is left out where it is what holds anyway.</summary>
    public AttributeText Text(string argument, Declared<string> value, string otherwise) =>
        value.TryGet(out string? text) && text == otherwise ? this : Text(argument, value);

    public AttributeText Number(Declared<int> value) => Add(value.TryGet(out int number) ? Number(number) : null);

    public AttributeText Number(string argument, Declared<int> value) => Add(value.TryGet(out int number) ? $"{argument} = {Number(number)}" : null);

    public AttributeText Number(string argument, Declared<long> value) => Add(value.TryGet(out long number) ? $"{argument} = {Number(number)}" : null);

    public AttributeText Flag(string argument, Declared<bool> value) => Add(value.TryGet(out bool flag) ? $"{argument} = {(flag ? "true" : "false")}" : null);

    public AttributeText Enum(string argument, Declared<string> value) => Enum(argument, argument, value);

    public AttributeText Enum(string argument, string type, Declared<string> value) =>
        Add(value.TryGet(out string? text) ? $"{argument} = {type}.{text}" : null);

    public AttributeText Texts(string argument, Declared<EquatableArray<string>> value) =>
        Add(value.TryGet(out EquatableArray<string> items) ? $"{argument} = {Array(items.Select(Item), "string")}" : null);

    /// <summary>The names of members.</summary>
    public AttributeText Members(string argument, Declared<EquatableArray<string>> value, AppDeclaration app) =>
        Add(value.TryGet(out EquatableArray<string> items) ? $"{argument} = {Array(items.Select(member => NameOf(member, app)), "string")}" : null);

    public AttributeText Member(string argument, Declared<string> value, AppDeclaration app) =>
        Add(value.TryGet(out string? member) ? $"{argument} = {NameOf(member, app)}" : null);

    public AttributeText Enums(string argument, string type, Declared<EquatableArray<string>> value) =>
        Add(value.TryGet(out EquatableArray<string> items) ? $"{argument} = {Array(items.Select(item => type + "." + item), type)}" : null);

    /// <summary>Arguments that are one field as it is, those of one attribute; one that is for several places is written once.</summary>
    public AttributeText Fields(string attribute, EquatableArray<FieldValue> values)
    {
        int position = 0;
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (FieldValue value in values.Where(value => value.Argument.Attribute == attribute && written.Add(value.Argument.Name)))
        {
            FieldArgument row = value.Argument;
            IReadOnlyList<string> texts = FieldForms.IsList(row.Form)
                ? FieldForms.Texts(row, value.Value) ?? []
                : FieldForms.Text(row, value.Value) is { } text ? [text] : [];
            if (texts.Count == 0)
            {
                continue;
            }

            string code = row.Form switch
            {
                FieldForm.Int or FieldForm.Flag => texts[0],
                FieldForm.Enum or FieldForm.LowerEnum or FieldForm.ResizePolicy => row.EnumType + "." + texts[0],
                FieldForm.Ints => row.IsRest ? string.Join(", ", texts) : Array(texts, "int"),
                FieldForm.Longs => "new long[] { " + string.Join(", ", texts) + " }",
                _ => FieldForms.IsList(row.Form) ? Array(texts.Select(Item), "string") : Literal(texts[0]),
            };
            if (row.IsByPosition)
            {
                _arguments.Insert(position++, code);
            }
            else
            {
                _arguments.Add(row.Name + " = " + code);
            }
        }

        return this;
    }

    /// <summary>A member's name, with the type inside the application's before it where it is that one's.</summary>
    public static string NameOf(string member, AppDeclaration app)
    {
        string? owner = app.MoreContainers.FirstOrDefault(container => container.Ports.Any(port => port.Member.Name == member))?.Type?.Name;
        return owner is null ? $"nameof({Identifier(member)})" : $"nameof({owner}.{Identifier(member)})";
    }

    /// <summary>A name as code writes it: one that could be a keyword has a sign before it.</summary>
    public static string Identifier(string name) => name.All(static c => c is >= 'a' and <= 'z') ? "@" + name : name;

    /// <summary>The attribute; over several lines where it is long.</summary>
    public override string ToString()
    {
        if (_arguments.Count == 0)
        {
            return $"[{name}]";
        }

        string line = $"[{name}({string.Join(", ", _arguments)})]";
        bool isBlock = _arguments.Exists(static argument => argument.IndexOf('\n') >= 0);
        if (_arguments.Count == 1 || (!isBlock && indent + line.Length <= Width))
        {
            return line;
        }

        string margin = "\n" + new string(' ', indent + Step);
        var text = new StringBuilder("[").Append(name).Append('(');
        for (int i = 0; i < _arguments.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ",").Append(margin).Append(_arguments[i]);
        }

        return text.Append(")]").ToString();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Array(IEnumerable<string> items, string type)
    {
        string[] texts = [.. items];
        string all = string.Join(", ", texts);
        if (texts.Length == 0)
        {
            return $"new {type}[0]";
        }

        if (all.IndexOf('\n') < 0 && all.Length <= ArrayWidth)
        {
            return $"new[] {{ {all} }}";
        }

        string margin = "\n" + new string(' ', indent + Step);
        string inner = margin + new string(' ', Step);
        return $"new[]{margin}{{{string.Concat(texts.Select(text => inner + text + ","))}{margin}}}";
    }

    private string Literal(string text) => CSharpLiteral.Of(text, indent + Step);

    private string Item(string text) => CSharpLiteral.Of(text, indent + Step + Step);
}
