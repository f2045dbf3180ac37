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
    [InlineData("secret: {secretName: a, defaultMode: 0400}")]
    [InlineData("secret: {secretName: a, defaultMode: 0o400}")]
    [InlineData("secret: {secretName: a, defaultMode: 256}")]
    [InlineData("secret: {secretName: a, defaultMode: 420}")] // 0644
    [InlineData("secret: {secretName: a, defaultMode: 416}")] // 0640
    [InlineData("secret: {secretName: a, defaultMode: '{{ .Values.mode }}'}")]
    public Task OfVolumes(string volume) => ManifestCheck.PodsAsync("volumes: [{name: a, " + volume + "}]");
}
