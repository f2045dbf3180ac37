using Holdfast.Tests.Shared;

namespace Holdfast.Tests.Documentation;

public class AttributePageTests
{
    [Fact]
    public void ThePageSaysWhatTheCommentsSay()
    {
        string path = Path.Combine(RepositoryPaths.Root, "docs", "attributes.md");
        string page = AttributePage.Write();
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT_SNAPSHOTS") == "true")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(page == File.ReadAllText(path), "docs/attributes.md is out of date; run this test with HOLDFAST_ACCEPT_SNAPSHOTS=true.");
    }
}
