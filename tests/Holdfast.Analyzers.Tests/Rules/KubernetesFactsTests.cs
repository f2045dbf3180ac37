using System.Text.RegularExpressions;
using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Fields;
using Holdfast.Tests.Shared;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The facts that differ between versions, the page that lists them, and the tables that rest on them.</summary>
public partial class KubernetesFactsTests
{
    private static readonly string[] Minors = ["1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36", "1.37"];

    [Fact]
    public void ThePageHasEachFactWithItsVersions()
    {
        string[] expected = [.. KubernetesFacts.All.Select(fact => string.Join(" | ", [fact.Name, .. Minors.Select(minor => Cell(fact, minor)), fact.Source, fact.Tried ?? "not tried"]))];
        Assert.Equal(expected, File.ReadLines(Path.Combine(RepositoryPaths.Root, "docs/kubernetes/versions.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["name"].Value + " | " + match.Groups["cells"].Value));
    }

    /// <summary>Those of 1.30 are as old as what is known, so they cannot be told from older ones.</summary>
    [Fact]
    public void ThePageHasEachFieldWithItsVersion()
    {
        IEnumerable<string> Later(IEnumerable<(string Since, string Field)> fields) => fields.Where(static field => field.Since != "1.30 and later").Select(static field => field.Since + " " + field.Field).Order(StringComparer.Ordinal);

        Assert.Equal(
            Later(FieldVersions.All.Select(static field => (field.Value.Exists.ToString(), $"{field.Key.Type}.{field.Key.Field}"))),
            Later(File.ReadLines(Path.Combine(RepositoryPaths.Root, "docs/kubernetes/versions.md"))
                .Select(static line => FieldRow().Match(line))
                .Where(static match => match.Success)
                .SelectMany(static match => match.Groups["field"].Captures.Select(field => (match.Groups["since"].Value + " and later", field.Value)))));
    }

    private static string Cell(KubernetesFact fact, string minor)
    {
        KubernetesVersions all = KubernetesVersions.Of(minor);
        KubernetesVersions holding = all.And(fact.Holds);
        return holding.IsEmpty ? "–" : holding.Equals(all) ? "yes" : holding.ToString();
    }

    /// <summary>The questions that are asked of every field are answered without making the versions that are left, and in the same way.</summary>
    [Theory]
    [InlineData("1.36")]
    [InlineData("1.35.2")]
    [InlineData("1.35.3-1.36")]
    [InlineData("1.30, 1.35.4-1.35.7")]
    [InlineData("1.33-1.37")]
    [InlineData("1.35..")]
    public void VersionsOverlapAndLieWithin_AsWhatIsLeftSays(string versions)
    {
        KubernetesVersions target = KubernetesVersions.Of(versions);
        Assert.All(KubernetesFacts.All.Select(static fact => fact.Holds).Append(KubernetesVersions.None), holds =>
        {
            Assert.Equal(!target.And(holds).IsEmpty, target.Overlap(holds));
            Assert.Equal(target.Except(holds).IsEmpty, target.AreWithin(holds));
            Assert.Equal(holds.Except(target).IsEmpty, holds.AreWithin(target));
        });
    }

    [Fact]
    public void TheDefaultIsOnThePage() =>
        Assert.Contains($"versions that upstream supports, {KubernetesFacts.Supported}", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/kubernetes/versions.md")), StringComparison.Ordinal);

    /// <summary>Plans are made for the version that was observed, where a project names none; rules look at all that are supported.</summary>
    [Fact]
    public void TheObservedVersionIsSupported()
    {
        KubernetesVersions observed = KubernetesVersions.Of(KubernetesFacts.Observed);
        Assert.Equal(observed, observed.And(KubernetesFacts.Supported));
        Assert.Contains($"live {KubernetesFacts.Observed}", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsOfTheTableOfVersionsExist()
    {
        string[] types = [.. FieldTable.ReadText().Split('\n')];
        Assert.DoesNotContain(FieldVersions.All.Select(static row => row.Key), field => !types.Any(line => line.StartsWith(field.Type + " ", StringComparison.Ordinal) && Regex.IsMatch(line, $" {field.Field}!?:")));
    }

    /// <summary>Required fields are decided by the longest row, which knows no versions.</summary>
    [Fact]
    public void RowsOfVersionsAskForValuesAndFields() =>
        Assert.DoesNotContain(ConstraintTable.Constraints, static constraint =>
            constraint is { Fact: not null, Kind: ConstraintKind.Required or ConstraintKind.Optional or ConstraintKind.Unchecked or ConstraintKind.Keys or ConstraintKind.Values });

    [Theory]
    [InlineData("1.36", "1.36")]
    [InlineData(" v1.36 ", "1.36")]
    [InlineData("1.35.2", "1.35.2")]
    [InlineData("1.35.0", "1.35.0")]
    [InlineData("1.33-1.36", "1.33 to 1.36")]
    [InlineData("1.33..1.36", "1.33 to 1.36")]
    [InlineData("1.33 .. 1.36", "1.33 to 1.36")]
    [InlineData("1.35.4-1.36", "1.35.4 to 1.36")]
    [InlineData("1.35.0-1.35.3", "1.35.0 to 1.35.3")]
    [InlineData("1.33-1.35.2", "1.33.0 to 1.35.2")]
    [InlineData("1.35..", "1.35 and later")]
    [InlineData("1.36, 1.33", "1.33 and 1.36")]
    [InlineData("1.33, 1.34, 1.36", "1.33 to 1.34 and 1.36")]
    public void VersionsAreRead(string text, string expected) => Assert.Equal(expected, KubernetesVersions.Of(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1")]
    [InlineData("0.36")]
    [InlineData("1.x")]
    [InlineData("1.36.3.1")]
    [InlineData("1.36-")]
    [InlineData("-1.36")]
    [InlineData("..1.36")]
    [InlineData("1.36,")]
    [InlineData("1.36-1.35")]
    [InlineData("1.9999999")]
    [InlineData("1.36+k3s1")]
    public void OtherTextsAreNot(string text)
    {
        Assert.Null(KubernetesVersions.TryParse(text, out string? problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("1.34-1.37", "1.35.0-1.35.3, 1.37..", "1.35.0 to 1.35.3 and 1.37", "1.34 and 1.35.4 to 1.36")]
    [InlineData("1.35", "1.35.0-1.35.3, 1.37..", "1.35.0 to 1.35.3", "1.35 from 1.35.4 on")]
    [InlineData("1.35.2", "1.35.0-1.35.3, 1.37..", "1.35.2", "")]
    [InlineData("1.36..", "1.37..", "1.37 and later", "1.36")]
    public void VersionsAreCut(string versions, string fact, string with, string without)
    {
        KubernetesVersions target = KubernetesVersions.Of(versions);
        Assert.Equal(with, target.And(KubernetesVersions.Of(fact)).ToString());
        Assert.Equal(without, target.Except(KubernetesVersions.Of(fact)).ToString());
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` [^|]*\| (?<cells>.*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (?<since>1\.[0-9]+) \|(?: `(?<field>\w+\.\w+)`,?)+ \|$")]
    private static partial Regex FieldRow();
}
