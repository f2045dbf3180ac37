using System.Globalization;

namespace Holdfast.Engine.Wording;

/// <summary>
/// A part of a message that names fields of Kubernetes. A rule writes it once, with the fields between backticks
/// (<c>set `PodDisruptionBudgetSpec.maxUnavailable: 1`</c>), and each is worded for the reader: as YAML, as an argument of an attribute, or
/// as a property of KubernetesClient's models.
/// </summary>
internal sealed class Phrase
{
    private const char Mark = '`';

    private readonly string _text;

    /// <summary>What is in the place of <c>{0}</c> and the like; null where the text has no such places.</summary>
    private readonly object?[]? _arguments;

    /// <summary>The type whose fields are named without one.</summary>
    private readonly string? _owner;

    private readonly bool _isMarked;

    /// <summary>The text in the words of manifests, which thousands of findings may have, where nothing else is put into it.</summary>
    private string? _inYaml;

    /// <summary>The same in the words of attributes: a rule suggests it for each of a thousand types.</summary>
    private string? _inAttributes;

    private Phrase(string text, object?[]? arguments, string? owner, bool isMarked) =>
        (_text, _arguments, _owner, _isMarked) = (text, arguments, owner, isMarked);

    /// <summary>A text whose own words have marked fields; what is put into it is left as it is.</summary>
    public static Phrase Of(FormattableString text) => new(text.Format, text.GetArguments(), owner: null, isMarked: true);

    /// <summary>A row's text, whose marked fields are those of a type.</summary>
    public static Phrase Of(string marked, string owner) => new(marked, arguments: null, owner, isMarked: marked.IndexOf(Mark) >= 0);

    /// <summary>Fields in a row.</summary>
    public static Phrase Join(string separator, IEnumerable<FieldText> fields)
    {
        object[] arguments = [.. fields];
        return new Phrase(string.Join(separator, arguments.Select(static (_, index) => "{" + index.ToString(CultureInfo.InvariantCulture) + "}")), arguments, owner: null, isMarked: true);
    }

    /// <summary>Several parts of a message, fields or phrases, in one: <c>a, b and c</c>.</summary>
    public static Phrase List(IReadOnlyList<object> parts) => new(
        string.Concat(parts.Select((_, index) => (index == 0 ? string.Empty : index == parts.Count - 1 ? " and " : ", ") + "{" + index.ToString(CultureInfo.InvariantCulture) + "}")),
        [.. parts],
        owner: null,
        isMarked: true);

    /// <summary>A text that names no field.</summary>
    public static implicit operator Phrase(string text) => new(text, arguments: null, owner: null, isMarked: false);

    /// <summary>The text in the words of a reader.</summary>
    public string In(FieldWords words)
    {
        if (!_isMarked)
        {
            return _text;
        }

        bool isAlone = _arguments is null or [];
        if (isAlone && KeptIn(words) is { } kept)
        {
            return kept;
        }

        object?[]? arguments = _arguments is null ? null : [.. _arguments.Select(argument => In(argument, words))];
        string[] parts = _text.Split(Mark);
        for (int i = 0; i < parts.Length; i++)
        {
            string part = arguments is null ? parts[i] : string.Format(CultureInfo.InvariantCulture, parts[i], arguments);
            parts[i] = i % 2 == 0 ? part : words.Of(FieldText.Read(part, _owner));
        }

        string text = string.Concat(parts);
        if (isAlone)
        {
            Keep(text, words);
        }

        return text;
    }

    private string? KeptIn(FieldWords words) => ReferenceEquals(words, FieldWords.Yaml) ? _inYaml
        : ReferenceEquals(words, FieldWords.Attributes) ? _inAttributes
        : null;

    private void Keep(string text, FieldWords words)
    {
        if (ReferenceEquals(words, FieldWords.Yaml))
        {
            _inYaml = text;
        }
        else if (ReferenceEquals(words, FieldWords.Attributes))
        {
            _inAttributes = text;
        }
    }

    /// <summary>An argument of a message in the words of a reader.</summary>
    public static object? In(object? argument, FieldWords words) => argument switch
    {
        Phrase phrase => phrase.In(words),
        FieldText field => words.Of(field),
        Permissions permissions => words.Of(permissions),
        _ => argument,
    };
}
