using Holdfast.Analyzers.Tests.Manifests;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>How long a replica may take to end, as code knows it.</summary>
public class GracePeriodTests
{
    [Theory]
    [InlineData("[StatefulApp(\"a\")]", 30)]
    [InlineData("[StatefulApp(\"a\", TerminationGracePeriodSeconds = 120)]", 120)]
    [InlineData("[StatefulApp(\"a\")] [Patch(\"spec: {template: {spec: {terminationGracePeriodSeconds: 90}}}\")]", 90)]
    [InlineData("[StatefulApp(\"a\", TerminationGracePeriodSeconds = 120)] [Patch(\"spec: {template: {spec: {terminationGracePeriodSeconds: null}}}\")]", 30)]
    public void CodeKnowsThatOfTheManifest(string attributes, int seconds)
    {
        EmittedManifest manifest = EmittedManifest.Of("A", $"using Holdfast; {attributes} [Container(\"a:1\")] partial class A {{ }}");
        Assert.Equal(seconds, manifest.Member<PodSet>("Pods").Set.TerminationGracePeriodSeconds);
        Assert.Equal(seconds, manifest.StatefulSet.Spec.Template.Spec.TerminationGracePeriodSeconds ?? 30);
    }
}
