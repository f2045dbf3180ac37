using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Constraints;

/// <summary>
/// When a constraint counts: comparisons of fields of one mapping, all of which hold. <c>type=A|B</c> and <c>type!=A|B</c> compare
/// texts, of which an empty one stands for a field that is not there; <c>field</c> and <c>!field</c> ask whether it is there.
/// </summary>
internal sealed class Condition(string text)
{
    private readonly ImmutableArray<Term> _terms = [.. text.Split(',').Select(Term.Read)];

    public override string ToString() => text;

    /// <summary>The first field that is looked at, where a finding about a missing one is said.</summary>
    public string[] FirstField => _terms[0].Path;

    /// <summary>Whether it holds for certain; what is unknown holds nothing.</summary>
    public bool Holds(MappingNode mapping)
    {
        foreach (Term term in _terms)
        {
            if (!term.Holds(mapping))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Term(string[] Path, ImmutableArray<string> Values, bool IsNegated)
    {
        public static Term Read(string text)
        {
            int equals = text.IndexOf('=');
            if (equals < 0)
            {
                bool isAbsent = text[0] == '!';
                return new Term(text.TrimStart('!').Split('.'), [string.Empty], !isAbsent);
            }

            bool isNegated = text[equals - 1] == '!';
            return new Term(text.Substring(0, isNegated ? equals - 1 : equals).Split('.'), [.. text.Substring(equals + 1).Split('|')], isNegated);
        }

        public bool Holds(MappingNode mapping)
        {
            string? text = mapping.At(Path) switch
            {
                null or ScalarNode { Kind: ScalarKind.Null } or SequenceNode { Items.Count: 0 } => string.Empty,
                ScalarNode scalar => scalar.Text,
                UnknownNode => null,
                _ => "{}",
            };
            return text is not null && Values.Contains(text) != IsNegated;
        }
    }
}
