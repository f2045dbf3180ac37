using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Holdfast.Engine.Model.Fields;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Constraints;

/// <summary>
/// What the API server asks of fields, by their types: the rows of <c>Constraints.txt</c>, which says how they are written, beside
/// the required fields that <see cref="FieldTable"/> has of the OpenAPI document.
/// </summary>
internal static class ConstraintTable
{
    private const string Spec = "Spec";

    private const string Resource = "Holdfast.Constraints.txt";

    private static readonly Lazy<string[]> Lines = new(ReadLines);

    private static readonly Lazy<ImmutableArray<Constraint>> Read = new(static () => [.. Rows.SelectMany(ReadRow)]);

    private static readonly Lazy<Dictionary<string, ConstraintNode>> Types = new(Sort);

    private static readonly Lazy<Dictionary<string, string>> Phrases = new(static () => Lines.Value
        .Where(static line => line[0] == ':')
        .Select(static line => line.Substring(1).Trim())
        .ToDictionary(static line => line.Substring(0, line.IndexOf(' ')), static line => line.Substring(line.IndexOf(' ') + 1).Trim(), StringComparer.Ordinal));

    private static readonly Lazy<ImmutableHashSet<string>> Seen = new(static () => Lines.Value
        .Where(static line => line[0] == '!')
        .SelectMany(static line => line.Substring(1).Trim().Split(' '))
        .ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>What is asked of a type; null where nothing is.</summary>
    public static ConstraintNode? Of(string type) => Types.Value.TryGetValue(type, out ConstraintNode? node) ? node : null;

    /// <summary>The fields that the field table asks for and whose absence a server was seen to refuse.</summary>
    public static ImmutableHashSet<string> RefusedWithout => Seen.Value;

    /// <summary>The rows, as the file has them.</summary>
    public static IEnumerable<string> Rows => Lines.Value.Where(static line => line[0] is not (':' or '!'));

    /// <summary>The constraints of all rows, in their order.</summary>
    public static ImmutableArray<Constraint> Constraints => Read.Value;

    /// <summary>What a type is called at the beginning of a sentence: "A toleration".</summary>
    public static string PhraseOf(string type)
    {
        if (Phrases.Value.TryGetValue(type, out string? phrase))
        {
            return phrase;
        }

        // Messages name the object where its spec lacks something: there is no other word for a spec.
        string kind = type.EndsWith(Spec, StringComparison.Ordinal) ? type.Substring(0, type.Length - Spec.Length) : type;
        if (FieldTable.Objects.Any(known => known.Kind == kind))
        {
            return ("AEIOU".IndexOf(kind[0]) >= 0 ? "An " : "A ") + kind;
        }

        var words = new StringBuilder(type.Length + 8);
        for (int i = 0; i < type.Length; i++)
        {
            bool isWord = i > 0 && type[i] is >= 'A' and <= 'Z' && (type[i - 1] is >= 'a' and <= 'z' || (i + 1 < type.Length && type[i + 1] is >= 'a' and <= 'z'));
            if (isWord)
            {
                words.Append(' ');
            }

            words.Append(i + 1 < type.Length && type[i + 1] is >= 'A' and <= 'Z' ? type[i] : char.ToLowerInvariant(type[i]));
        }

        return (words.Length > 0 && "aeio".IndexOf(words[0]) >= 0 ? "An " : "A ") + words;
    }

    private static string[] ReadLines()
    {
        using var reader = new StreamReader(typeof(ConstraintTable).Assembly.GetManifestResourceStream(Resource)!);
        var lines = new List<string>(1024);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#')
            {
                lines.Add(trimmed);
            }
        }

        return [.. lines];
    }

    private static Dictionary<string, ConstraintNode> Sort()
    {
        var types = new Dictionary<string, ConstraintNode>(StringComparer.Ordinal);
        foreach (Constraint constraint in Constraints)
        {
            string[] steps = constraint.Path.Split('.');
            if (!types.TryGetValue(steps[0], out ConstraintNode? node))
            {
                types.Add(steps[0], node = new ConstraintNode(steps[0]));
            }

            steps.Skip(1).Aggregate(node, static (current, step) => current.Add(step)).Constraints.Add(constraint);
        }

        return types;
    }

    private static IEnumerable<Constraint> ReadRow(string row)
    {
        List<string> words = Words(row);
        ImmutableArray<Constraint> constraints = ReadWords(words);

        // Rows about several fields or types share their words: "A.b,C.d required".
        string[] paths = words[0].Split(',');
        return paths.SelectMany(path => constraints.Select(constraint => constraint with { Path = path }));
    }

    /// <summary>Texts in quotes, and words with what is in parentheses behind them.</summary>
    private static List<string> Words(string row)
    {
        var words = new List<string>();
        for (int i = 0; i < row.Length; i++)
        {
            if (char.IsWhiteSpace(row[i]))
            {
                continue;
            }

            int end = i + 1;
            if (row[i] == '"')
            {
                end = row.IndexOf('"', end) + 1;
            }
            else
            {
                while (end < row.Length && !char.IsWhiteSpace(row[end]) && row[end] is not ('"' or '('))
                {
                    end++;
                }

                end = end < row.Length && row[end] == '(' ? row.IndexOf(')', end) + 1 : end;
            }

            words.Add(row.Substring(i, end - i));
            i = end - 1;
        }

        return words;
    }

    /// <param name="words">The words of a row, of which the first says what it is about.</param>
    private static ImmutableArray<Constraint> ReadWords(List<string> words)
    {
        var read = ImmutableArray.CreateBuilder<Constraint>();
        Condition? when = null;
        string? problem = null;
        string? advice = null;
        string? what = null;
        string? id = null;
        string? consequence = null;
        DiagnosticSeverity severity = DiagnosticSeverity.Error;
        bool emptyIsUnset = false;
        bool isConsequence = false;
        bool countsInAttributes = false;
        bool isUnrecorded = false;
        KubernetesFact? fact = null;
        bool isWithoutFact = false;
        foreach (string word in words.Skip(1))
        {
            int open = word.IndexOf('(');
            string name = open < 0 || word[0] == '"' ? word : word.Substring(0, open);
            string argument = open < 0 || word[0] == '"' ? string.Empty : word.Substring(open + 1, word.Length - open - 2);
            switch (name)
            {
                case "when":
                    when = new Condition(argument);
                    break;
                case "with" or "without":
                    fact = KubernetesFacts.Named(argument);
                    isWithoutFact = name == "without";
                    break;
                case "what":
                    what = argument;
                    break;
                case "empty":
                    emptyIsUnset = true;
                    break;
                case "always":
                    countsInAttributes = true;
                    break;
                case "unrecorded":
                    isUnrecorded = true;
                    break;
                case "accepted":
                    isConsequence = true;
                    break;
                case "warning":
                    severity = DiagnosticSeverity.Warning;
                    break;
                case { Length: > 0 } when name[0] == '@':
                    id = name.Substring(1);
                    break;
                case { Length: > 0 } when name[0] == '"' && isConsequence:
                    consequence = name.Trim('"');
                    isConsequence = false;
                    break;
                case { Length: > 0 } when name[0] == '"' && problem is null:
                    problem = name.Trim('"');
                    break;
                case { Length: > 0 } when name[0] == '"':
                    advice = name.Trim('"');
                    break;
                default:
                    read.Add(Create(name, argument));
                    break;
            }
        }

        return
        [
            .. read.Select(constraint => constraint with
            {
                When = when,
                Fact = fact,
                IsWithoutFact = isWithoutFact,
                Problem = problem is { Length: 0 } ? null : problem,
                Advice = advice,
                What = what,
                Id = id ?? constraint.Id,
                Consequence = consequence,
                Severity = severity,
                EmptyIsUnset = emptyIsUnset,
                CountsInAttributes = countsInAttributes,
                IsUnrecorded = isUnrecorded,
            }),
        ];
    }

    private static Constraint Create(string name, string argument)
    {
        ImmutableArray<string> arguments = argument.Length == 0 ? [] : [.. argument.Split(',').Select(static part => part.Trim())];
        ConstraintKind kind = (ConstraintKind)Enum.Parse(typeof(ConstraintKind), name, ignoreCase: true);
        return kind switch
        {
            ConstraintKind.Minimum or ConstraintKind.Maximum or ConstraintKind.MaxPercent => new Constraint(kind, arguments) { Number = Number(arguments[0]), Id = "HF6005" },
            ConstraintKind.MaxItems or ConstraintKind.MinItems => new Constraint(kind, arguments) { Number = Number(arguments[0]), Id = "HF6007" },
            ConstraintKind.Format or ConstraintKind.Keys or ConstraintKind.Values => Of(ValueFormat.Named(arguments[0])),
            ConstraintKind.Enum => new Constraint(kind, arguments) { Id = "HF6008" },
            ConstraintKind.Unique => new Constraint(kind, arguments) { Id = "HF2015" },
            _ => new Constraint(kind, arguments) { Id = "HF6007" },
        };

        Constraint Of(ValueFormat format) => new(kind, arguments) { Format = format, Id = format.Id, What = null };
    }

    /// <summary>A number, or the name of one that is in <see cref="KubernetesLimits"/>.</summary>
    private static long Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        ? number
        : Convert.ToInt64(typeof(KubernetesLimits).GetField(text, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue(), CultureInfo.InvariantCulture);
}
