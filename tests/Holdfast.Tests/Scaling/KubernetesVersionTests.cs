namespace Holdfast.Tests.Scaling;

public class KubernetesVersionTests
{
    [Theory]
    [InlineData("1.36", "1.36")]
    [InlineData("v1.36.3", "1.36.3")]
    [InlineData(" 1.35.2+k3s1 ", "1.35.2")]
    [InlineData("v1.33.1-gke.100", "1.33.1")]
    public void VersionsAreRead(string text, string expected) => Assert.Equal(expected, KubernetesVersion.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.x")]
    [InlineData("0.36")]
    [InlineData("1.36.3.1")]
    [InlineData("1.-2")]
    [InlineData("1.99999999999")]
    [InlineData(null)]
    public void OtherTextsAreNot(string? text)
    {
        Assert.False(KubernetesVersion.TryParse(text, out KubernetesVersion? version));
        Assert.Null(version);
        if (text is not null)
        {
            Assert.Contains("1.36", Assert.Throws<FormatException>(() => KubernetesVersion.Parse(text)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ImpossibleNumbersAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("major", () => new KubernetesVersion(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("minor", () => new KubernetesVersion(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("patch", () => new KubernetesVersion(1, 36, -1));
        Assert.Throws<ArgumentNullException>("text", () => KubernetesVersion.Parse(null!));
    }

    [Fact]
    public void VersionsOfTheSameNumbersAreEqual() =>
        Assert.Equal(new KubernetesVersion(1, 36), KubernetesVersion.Default);

    /// <summary>The options' version counts before the set's, and the set's before the default, for what is done later too.</summary>
    [Theory]
    [InlineData(null, null, 1)]
    [InlineData("1.37", null, 2)]
    [InlineData("1.37", "1.36", 1)]
    [InlineData("1.36", "1.37", 2)]
    public void TheVersionOfASetCountsWhereNoneIsSaid(string? set, string? options, int together)
    {
        var info = new StatefulSetInfo("w") { Replicas = 4, UpdateMaxUnavailable = 2, Kubernetes = set is null ? null : KubernetesVersion.Parse(set) };
        var update = new ScaleOptions { Template = TemplateChange.Working };
        ScalePlan plan = ScalePlan.Update(new StatefulSetInfo(info), options is null ? update : update with { Kubernetes = KubernetesVersion.Parse(options) });

        Assert.Equal(together, plan.Steps[0].Deletes.Count);
        Assert.Equal(info, new StatefulSetInfo(info) { Kubernetes = null });
    }

    [Theory]
    [InlineData("1.34.9", 1)]
    [InlineData("1.35.0", 2)]
    [InlineData("1.35.3", 2)]
    [InlineData("1.35.4", 1)]
    [InlineData("1.35", 1)] // its newest patch
    [InlineData("1.36.0", 1)]
    [InlineData("1.37", 2)]
    [InlineData("2.0", 2)]
    [InlineData("2000000000.0", 2)]
    [InlineData("1.2000000000.2000000000", 2)]
    public void MaxUnavailableCountsWhereItsGateIsOn(string version, int together)
    {
        ScalePlan plan = ScalePlan.Update(
            new StatefulSetInfo("w") { Replicas = 4, UpdateMaxUnavailable = 2 }, new ScaleOptions { Kubernetes = KubernetesVersion.Parse(version) });

        Assert.Equal(together, plan.Steps[0].Deletes.Count);
        Assert.Equal(together == 1, plan.Changes[0].Caveats.Any(caveat => caveat.Contains("drops maxUnavailable", StringComparison.Ordinal)));
    }
}
