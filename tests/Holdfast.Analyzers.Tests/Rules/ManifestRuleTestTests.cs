using Xunit.Sdk;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The harness itself: it compares both ways.</summary>
public class ManifestRuleTestTests
{
    private const string Set = "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: NAME}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: 'a:1'}]}}}}";

    [Theory]
    [InlineData("orders")]
    [InlineData("{|HF2002:Orders|}")]
    public void Agrees(string name) => ManifestRuleTest.Verify(Set.Replace("NAME", name, StringComparison.Ordinal));

    [Theory]
    [InlineData("Orders")]
    [InlineData("{|HF2002:orders|}")]
    [InlineData("{|HF2001:Orders|}")]
    public void Disagrees(string name) =>
        Assert.ThrowsAny<XunitException>(() => ManifestRuleTest.Verify(Set.Replace("NAME", name, StringComparison.Ordinal)));
}
