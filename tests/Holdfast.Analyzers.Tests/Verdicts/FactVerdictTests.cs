using System.Text.RegularExpressions;
using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Fields;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>
/// The page of facts and the verdicts belong together by the names of fields: each field that a row of the page is about has a
/// verdict, and a refusal without the server's words concerns a field of the page.
/// </summary>
public partial class FactVerdictTests
{
    /// <summary>Fields of the page that no verdict reaches, each with its reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
    };

    [Theory]
    [InlineData("validation.md")]
    [InlineData("defaults.md")]
    [InlineData("controller.md")]
    public void EachFactNamesAField(string page) => AssertNone(FactsOf(page).Where(static fact => !IsField(fact)));

    [Fact]
    public void EachRowIsOfAField() => AssertNone(ConstraintTable.Constraints.Select(static constraint => constraint.Path).Distinct().Where(static path => !IsField(path)));

    [Fact]
    public void EachFactHasAVerdict()
    {
        string[] missing = [.. Facts.Value.Except(Reached.Value)];
        AssertNone(missing.Except(Exempt.Keys).Select(static fact => fact + " has no verdict").Concat(Exempt.Keys.Except(missing).Select(static fact => fact + " has one")));
    }

    [Fact]
    public void ARefusalWithoutWordsIsAFactOfThePage() => AssertNone(FieldVerdicts.All
        .Where(static verdict => verdict is { Answer: Answer.Refused or Answer.Warning, Words.Length: 0 } && !WithTypes(verdict.Fields()).Any(Facts.Value.Contains))
        .Select(static verdict => verdict.Name));

    private static void AssertNone(IEnumerable<string> wrong) => Assert.Equal(string.Empty, string.Join('\n', wrong));

    private static readonly Lazy<HashSet<string>> Reached = new(static () => WithTypes(FieldVerdicts.All.SelectMany(static verdict => verdict.Fields())).ToHashSet(StringComparer.Ordinal));

    /// <summary>A row may be about a type as a whole.</summary>
    private static IEnumerable<string> WithTypes(IEnumerable<string> fields) => fields.SelectMany(static field => new[] { field, field.Split('.')[0] });

    private static readonly Lazy<string[]> Facts = new(static () => FactsOf("validation.md"));

    /// <summary>What the tables of fields name in their first cells.</summary>
    private static string[] FactsOf(string page)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        bool isOfFields = false;
        foreach (string line in File.ReadLines(Path.Combine(RepositoryPaths.Root, "docs/kubernetes", page)))
        {
            isOfFields = line.StartsWith("| field |", StringComparison.Ordinal) || (isOfFields && line.StartsWith('|'));
            if (isOfFields)
            {
                facts.UnionWith(Named(line.Split('|')[1]));
            }
        }

        return [.. facts];
    }

    /// <summary>The fields of a cell: <c>`Container.command`, `.args`</c> are two of one type.</summary>
    private static IEnumerable<string> Named(string cell)
    {
        string type = string.Empty;
        foreach (Match match in Code().Matches(cell))
        {
            string name = match.Groups[1].Value;
            if (char.IsAsciiLetterUpper(name[0]))
            {
                yield return name;
                type = name.Split('.')[0];
            }
            else if (name[0] == '.' && type.Length > 0)
            {
                yield return type + name;
            }
        }
    }

    private static bool IsField(string name)
    {
        string[] steps = name.Split('.');
        FieldType? type = Types.Value.Contains(steps[0]) ? FieldType.Of(FieldKind.Object) with { Name = steps[0] } : null;
        return type is not null && steps.Skip(1).All(step => (type = type is null ? null : FieldTable.FieldOf(type.Item ?? type, step)) is not null);
    }

    private static readonly Lazy<HashSet<string>> Types = new(static () => FieldTable.ReadText().Split('\n')
        .Where(static line => line.Length > 0 && char.IsAsciiLetter(line[0]))
        .Select(static line => line.Split(' ')[0])
        .ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex("`(\\.?[A-Za-z][A-Za-z0-9]*(?:\\.[a-z][A-Za-z0-9]*)*)`")]
    private static partial Regex Code();
}
