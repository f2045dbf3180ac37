using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>Label selectors as texts, as kubectl writes them, and back.</summary>
public class LabelTextTests
{
    [Theory]
    [InlineData("matchLabels: {app: kafka}", "app=kafka")]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [kafka]}]", "app in (kafka)")]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [kafka, zookeeper]}]", "app in (kafka, zookeeper)")]
    [InlineData("matchExpressions: [{key: app, operator: NotIn, values: [kafka]}]", "app!=kafka")]
    [InlineData("matchExpressions: [{key: app, operator: NotIn, values: [kafka, zookeeper]}]", "app notin (kafka, zookeeper)")]
    [InlineData("matchExpressions: [{key: app, operator: Exists}]", "app")]
    [InlineData("matchExpressions: [{key: app, operator: DoesNotExist}]", "!app")]
    [InlineData("{matchLabels: {app: kafka}, matchExpressions: [{key: tier, operator: In, values: [a]}, {key: tier, operator: NotIn, values: [b]}]}", "app=kafka", "tier in (a)", "tier!=b")]
    public void Selectors_AreTextsAndBack(string yaml, params string[] texts)
    {
        MappingNode selector = Assert.Single(YamlReader.Read(yaml).Documents);
        Assert.Equal(texts, LabelTexts.Of(selector));
        Assert.Equal(selector, LabelTexts.Selector(texts, default, null));
    }

    [Theory]
    [InlineData("app=a", "app=b", "matchExpressions: [{key: app, operator: In, values: [a, b]}]")]
    [InlineData("app == a", "tier", "{matchLabels: {app: a}, matchExpressions: [{key: tier, operator: Exists}]}")]
    [InlineData("app=a (b)", "tier", "{matchLabels: {app: a (b)}, matchExpressions: [{key: tier, operator: Exists}]}")]
    public void TwoTexts_MustBothHold(string first, string second, string yaml) =>
        Assert.Equal(Assert.Single(YamlReader.Read(yaml).Documents), LabelTexts.Selector([first, second], default, null));

    /// <summary>An operator that does not exist, and a selector of everything, have no texts.</summary>
    [Theory]
    [InlineData("matchExpressions: [{key: app, operator: Like, values: [a]}]")]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [a, '']}, {key: app, operator: In}]")]
    [InlineData("{}")]
    public void OtherSelectors_HaveNone(string yaml) => Assert.Null(LabelTexts.Of(Assert.Single(YamlReader.Read(yaml).Documents)));
}
