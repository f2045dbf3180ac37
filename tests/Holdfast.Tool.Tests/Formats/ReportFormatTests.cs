using System.Text.Json;
using Holdfast.Tool.Formats;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Tests.Formats;

/// <summary>One report in each of its forms.</summary>
public class ReportFormatTests
{
    private static readonly Report Sample = new(
        "Findings in manifests",
        [
            new Finding("HF1003", "The Service, as it is", FindingSeverity.Error, "50% of 'a|b'\nfail") { Place = new FindingPlace("k8s/a b,c.yaml", 3, 5, 3, 9), HelpLink = "https://example/HF1003.md" },
            new Finding("HF3001", "A claim", FindingSeverity.Warning, "is shared; [see]"),
            new Finding("HF3009", "A mode", FindingSeverity.Info, "fits better") { Place = new FindingPlace("k8s/b.yaml", 1, 1, 1, 2) },
        ])
    {
        Sections = [new ReportSection("Steps", "kubectl get pods\n") { Language = "sh" }],
        Summary = "1 error.",
    };

    [Fact]
    public void Text() => Assert.Equal(
        """
        Steps

        kubectl get pods

        k8s/a b,c.yaml(3,5): error HF1003: 50% of 'a|b'
        fail
        warning HF3001: is shared; [see]
        k8s/b.yaml(1,1): info HF3009: fits better

        1 error.

        """,
        Written(ReportFormat.Text));

    [Fact]
    public void Text_HasColours_WhereTheTerminalHas() => Assert.Contains("\u001b[31merror HF1003\u001b[0m", Written(ReportFormat.Text, hasColors: true), StringComparison.Ordinal);

    [Fact]
    public void GitHub() => Assert.Equal(
        """
        ::group::Steps
        kubectl get pods
        ::endgroup::
        ::error file=k8s/a b%2Cc.yaml,line=3,endLine=3,col=5,endColumn=9,title=HF1003%3A The Service%2C as it is::50%25 of 'a|b'%0Afail
        ::warning title=HF3001%3A A claim::is shared; [see]
        ::notice file=k8s/b.yaml,line=1,endLine=1,col=1,endColumn=2,title=HF3009%3A A mode::fits better
        1 error.

        """,
        Written(ReportFormat.GitHub));

    [Fact]
    public void Azure() => Assert.Equal(
        """
        ##[group]Steps
        kubectl get pods
        ##[endgroup]
        ##vso[task.logissue type=error;sourcepath=k8s/a b,c.yaml;linenumber=3;columnnumber=5;code=HF1003;]50%AZP25 of 'a|b'%0Afail
        ##vso[task.logissue type=warning;code=HF3001;]is shared; [see]
        k8s/b.yaml(1,1): info HF3009: fits better
        1 error.

        """,
        Written(ReportFormat.Azure));

    [Fact]
    public void Markdown() => Assert.Equal(
        """
        # Findings in manifests

        ## Steps

        ```sh
        kubectl get pods
        ```

        | Severity | Rule | Place | Message |
        |---|---|---|---|
        | error | [HF1003](https://example/HF1003.md) | `k8s/a b,c.yaml:3` | 50% of 'a\|b' fail |
        | warning | HF3001 |  | is shared; [see] |
        | info | HF3009 | `k8s/b.yaml:1` | fits better |

        1 error.

        """,
        Written(ReportFormat.Markdown));

    [Fact]
    public void Json()
    {
        JsonElement root = JsonDocument.Parse(Written(ReportFormat.Json)).RootElement;
        JsonElement first = root.GetProperty("findings")[0];

        Assert.Equal(3, root.GetProperty("findings").GetArrayLength());
        Assert.Equal(
            ("HF1003", "error", "50% of 'a|b'\nfail", "k8s/a b,c.yaml", 3, 5),
            (first.GetProperty("rule").GetString(), first.GetProperty("severity").GetString(), first.GetProperty("message").GetString(), first.GetProperty("path").GetString(), first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32()));
        Assert.False(root.GetProperty("findings")[1].TryGetProperty("path", out _));
        Assert.Equal("Steps", root.GetProperty("sections")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void Sarif()
    {
        JsonElement run = JsonDocument.Parse(Written(ReportFormat.Sarif)).RootElement.GetProperty("runs")[0];
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];

        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(["error", "warning", "note"], results.Select(static result => result.GetProperty("level").GetString()));
        JsonElement place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("k8s/a%20b%2Cc.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Theory]
    [InlineData(new[] { FindingSeverity.Info }, ExitCodes.Nothing)]
    [InlineData(new FindingSeverity[0], ExitCodes.Nothing)]
    [InlineData(new[] { FindingSeverity.Info, FindingSeverity.Warning }, ExitCodes.Findings)]
    [InlineData(new[] { FindingSeverity.Error }, ExitCodes.Findings)]
    internal void ExitCode(FindingSeverity[] severities, int expected) =>
        Assert.Equal(expected, ExitCodes.Of(new Report("", [.. severities.Select(static severity => new Finding("HF1001", "", severity, ""))])));

    private static string Written(ReportFormat format, bool hasColors = false)
    {
        var output = new StringWriter { NewLine = "\n" };
        using var host = new ToolHost { OpenInput = () => Stream.Null, Output = output, Error = TextWriter.Null, Directory = "/", HasColors = hasColors };
        ReportWriter.Write(Sample, format, host);
        string text = output.ToString();
        Assert.DoesNotContain('\r', text);
        return text;
    }
}
