namespace Holdfast.Build.Tests;

public class FileNamesTests
{
    [Theory]
    [InlineData("zookeeper.yaml")]
    [InlineData("zookeeper.yml")]
    [InlineData("0.yaml")]
    [InlineData("a.b-c_d.yaml")]
    [InlineData("Kafka.yaml")]
    [InlineData("kustomization.shop.yaml")]
    [InlineData("console.yaml")]
    public void PlainName_IsAllowed(string name)
    {
        Assert.Null(FileNames.WhyNot(name, onWindows: false));
        Assert.Null(FileNames.WhyNot(name, onWindows: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../zookeeper.yaml")]
    [InlineData("..\\zookeeper.yaml")]
    [InlineData("a/b.yaml")]
    [InlineData("a\\b.yaml")]
    [InlineData("/etc/passwd.yaml")]
    [InlineData("C:a.yaml")]
    [InlineData("a:stream.yaml")]
    [InlineData("..")]
    [InlineData(".yaml")]
    [InlineData(".hidden.yaml")]
    [InlineData("-k.yaml")]
    [InlineData("a b.yaml")]
    [InlineData("a\n.yaml")]
    [InlineData("a\0.yaml")]
    [InlineData("a*.yaml")]
    [InlineData("ä.yaml")]
    [InlineData("a.yaml ")]
    [InlineData("a.yaml.")]
    [InlineData("a.json")]
    [InlineData("yaml")]
    [InlineData("a.YAML")]
    [InlineData("kustomization.yaml")]
    [InlineData("kustomization.yml")]
    [InlineData("Kustomization.yaml")]
    public void UnsafeName_IsRefused(string name) => Assert.NotNull(FileNames.WhyNot(name, onWindows: false));

    [Theory]
    [InlineData("con.yaml")]
    [InlineData("AUX.yaml")]
    [InlineData("com1.yml")]
    [InlineData("nul.x.yaml")]
    public void DeviceName_IsRefusedOnWindowsOnly(string name)
    {
        Assert.NotNull(FileNames.WhyNot(name, onWindows: true));
        Assert.Null(FileNames.WhyNot(name, onWindows: false));
    }

    [Fact]
    public void Length_IsLimited()
    {
        Assert.Null(FileNames.WhyNot(new string('a', 250) + ".yaml", onWindows: false));
        Assert.NotNull(FileNames.WhyNot(new string('a', 251) + ".yaml", onWindows: false));
    }
}
