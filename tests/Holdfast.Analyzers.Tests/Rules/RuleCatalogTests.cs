using Holdfast.Engine.Rules;

namespace Holdfast.Analyzers.Tests.Rules;

public class RuleCatalogTests
{
    /// <summary>Rules are listed by their files; one that is in another folder, or in a file of another name, would never run.</summary>
    [Fact]
    public void AllRulesAreListed_InTheOrderOfTheirIds()
    {
        Type[] rules = [.. typeof(Rule).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(Rule)))];

        Assert.NotEmpty(rules);
        Assert.Equal(rules.Select(static type => type.FullName).Order(StringComparer.Ordinal), RuleCatalog.All.Select(static rule => rule.GetType().FullName).Order(StringComparer.Ordinal));
        Assert.Equal(RuleCatalog.All.Select(static rule => rule.Descriptor.Id).Order(StringComparer.Ordinal), RuleCatalog.All.Select(static rule => rule.Descriptor.Id));
    }
}
