using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Permissions of files, which are octal in the mind and decimal on paper.</summary>
[HomeOf("HF6015")]
public class ManifestFileModeTests
{
    [Theory]
    [InlineData("secret: {secretName: a, defaultMode: {|HF6015:400|}}")]
    [InlineData("configMap: {name: a, defaultMode: {|HF6015:444|}}")]
    [InlineData("secret: {secretName: a, items: [{key: a, path: a, mode: {|HF6015:440|}}]}")]
    [InlineData("projected: {defaultMode: {|HF6015:400|}, sources: [{secret: {name: a, items: [{key: a, path: a, mode: {|HF6015:500|}}]}}]}")]
    [InlineData("configMap: {name: a, defaultMode: {|HF6015:111|}}")]
    [InlineData("configMap: {name: a, defaultMode: {|HF6015:110|}}")]
    [InlineData("configMap: {name: a, defaultMode: {|HF6015:220|}}")]
    [InlineData("configMap: {name: a, defaultMode: 0111}")]
    [InlineData("configMap: {name: a, defaultMode: 73}")] // 0111
    [InlineData("configMap: {name: a, defaultMode: 292}")] // 0444
    [InlineData("configMap: {name: a, defaultMode: 288}")] // 0440
    [InlineData("configMap: {name: a, defaultMode: 365}")] // 0555
    [InlineData("configMap: {name: a, defaultMode: 436}")] // 0664
    [InlineData("configMap: {name: a, defaultMode: 438}")] // 0666
    [InlineData("configMap: {name: a, defaultMode: 448}")] // 0700
    [InlineData("configMap: {name: a, defaultMode: 493}")] // 0755
    [InlineData("configMap: {name: a, defaultMode: 511}")] // 0777
    [InlineData("secret: {secretName: a, defaultMode: 0400}")]
    [InlineData("secret: {secretName: a, defaultMode: 0o400}")]
    [InlineData("secret: {secretName: a, defaultMode: 256}")]
    [InlineData("secret: {secretName: a, defaultMode: 420}")] // 0644
    [InlineData("secret: {secretName: a, defaultMode: 416}")] // 0640
    [InlineData("secret: {secretName: a, defaultMode: '{{ .Values.mode }}'}")]
    public Task OfVolumes(string volume) => ManifestCheck.PodsAsync("volumes: [{name: a, " + volume + "}]");
}
