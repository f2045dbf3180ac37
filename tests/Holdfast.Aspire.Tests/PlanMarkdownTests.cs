namespace Holdfast.Aspire.Tests;

/// <summary>Dialogs of the dashboard take Markdown.</summary>
public class PlanMarkdownTests
{
    [Fact]
    public void LinesStayLines_AndNothingInThemMeansAnything() => Assert.Equal(
        "StatefulSet shop\n\n3 → 4\\\n1\\. create shop\\-3\\\n&nbsp;&nbsp;claim \\*data\\*\\: new",
        PlanMarkdown.Of("StatefulSet shop\n\n3 → 4\n1. create shop-3\n claim *data*: new"));
}
