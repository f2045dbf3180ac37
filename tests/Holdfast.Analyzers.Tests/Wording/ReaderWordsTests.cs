using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Tests.Objects;
using Holdfast.Analyzers.Tests.Rules;
using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Wording;

/// <summary>A message is in its reader's words: YAML, attributes, or KubernetesClient's properties.</summary>
public partial class ReaderWordsTests
{
    /// <summary>What one reader was told is kept, and is not what the next one is told.</summary>
    [Fact]
    public void APhraseIsInTheWordsOfEachReader()
    {
        var phrase = Phrase.Of($"set `PodDisruptionBudgetSpec.maxUnavailable: 1`");
        for (int time = 0; time < 2; time++)
        {
            Assert.Equal("set 'maxUnavailable: 1'", phrase.In(FieldWords.Yaml));
            Assert.Equal("set MaxUnavailable = 1 in [DisruptionBudget]", phrase.In(FieldWords.Attributes));
            Assert.Contains("MaxUnavailable", phrase.In(FieldWords.Client), StringComparison.Ordinal);
            Assert.NotEqual(phrase.In(FieldWords.Attributes), phrase.In(FieldWords.Client));
        }
    }

    /// <summary>The same mistake to the three readers.</summary>
    [Fact]
    public async Task OneRuleHasThreeWordings()
    {
        const string Set = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: orders}\nspec:\n  replicas: 3\n  selector: {matchLabels: {app: orders}}\n  template:\n    metadata: {labels: {app: orders}}\n    spec: {containers: [{name: orders, image: 'orders:1.0'}]}\n";
        Assert.Contains(
            ManifestRuleTest.Find(Set + "---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: orders}\nspec: {minAvailable: 3, selector: {matchLabels: {app: orders}}}\n").Select(Text),
            static text => text.EndsWith("set 'maxUnavailable: 1' instead", StringComparison.Ordinal));
        Assert.Contains(
            await OfAttributesAsync("using Holdfast;\n[StatefulApp(\"orders\", Replicas = 3)] [Container(\"orders:1.0\")] [DisruptionBudget(MinAvailable = 3)] public sealed partial class Orders { }"),
            static text => text.EndsWith("set MaxUnavailable = 1 in [DisruptionBudget] instead", StringComparison.Ordinal));
        Assert.Contains(
            await OfClientAsync("""
                public static class Manifests
                {
                    public static object[] All(IDictionary<string, string> labels) =>
                    [
                        new V1StatefulSet { Metadata = new V1ObjectMeta { Name = "orders" }, Spec = new V1StatefulSetSpec { Replicas = 3, Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } }, Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "orders" } }, Spec = new V1PodSpec { Containers = [new V1Container { Name = "orders", Image = "orders:1.0" }] } } } },
                        new V1PodDisruptionBudget { Metadata = new V1ObjectMeta { Name = "orders" }, Spec = new V1PodDisruptionBudgetSpec { MinAvailable = 3, Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } } } },
                    ];
                }
                """),
            static text => text.EndsWith("set MaxUnavailable = 1 in V1PodDisruptionBudgetSpec instead", StringComparison.Ordinal));
    }

    /// <summary>Permissions are octal, which YAML can say and C# cannot.</summary>
    [Fact]
    public void PermissionsAreOctalInYamlAlone()
    {
        const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: orders}\nspec:\n  containers: [{name: orders, image: 'orders:1.0'}]\n  volumes: [{name: a, configMap: {name: a, defaultMode: 644}}]\n";
        Assert.Contains("'defaultMode' is 644, so the API server refuses the Pod; permissions are octal, so write 0644 for 644", ManifestRuleTest.Find(Pod).Select(Text));
        Assert.Equal("420", FieldWords.Attributes.Of(new Permissions(420)));
        Assert.Equal("420", FieldWords.Client.Of(new Permissions(420)));
    }

    /// <summary>Where attributes make the label of the name, another name fixes it; in YAML the labels must differ, and the names may stay.</summary>
    [Fact]
    public async Task SharedPodsNeedOtherLabels_OrOtherNamesWhereTheyAreTheLabels()
    {
        static string Workload(string kind) => $"apiVersion: apps/v1\nkind: {kind}\nmetadata: {{name: web}}\nspec:\n  replicas: 1\n  selector: {{matchLabels: {{app: web}}}}\n  template:\n    metadata: {{labels: {{app: web}}}}\n    spec: {{containers: [{{name: web, image: 'web:1.0'}}]}}\n";
        Assert.Equal(
            2,
            ManifestRuleTest.Find(Workload("StatefulSet") + "---\n" + Workload("Deployment")).Select(Text)
                .Count(static text => text.EndsWith("; give the selector and the pod template of each a label value that the other does not have", StringComparison.Ordinal)));
        Assert.Contains(
            await OfAttributesAsync("using Holdfast;\n[StatefulApp(\"web\")] [Container(\"web:1.0\")] public sealed partial class Web { }\n[StatelessApp(\"web\")] [Container(\"web:1.0\")] public sealed partial class Front { }"),
            static text => text.EndsWith("; give one of the two another name", StringComparison.Ordinal));
    }

    /// <summary>Only a StatefulSet has claim templates.</summary>
    [Theory]
    [InlineData("StatefulSet", "'cache' is neither a volume nor a claim template of 'web'")]
    [InlineData("Deployment", "'cache' is not a volume of 'web'")]
    public void ClaimTemplatesAreNamedWhereThereMayBeSome(string kind, string problem) => Assert.Contains(
        ManifestRuleTest.Find($"apiVersion: apps/v1\nkind: {kind}\nmetadata: {{name: web}}\nspec:\n  selector: {{matchLabels: {{app: web}}}}\n  template:\n    metadata: {{labels: {{app: web}}}}\n    spec: {{containers: [{{name: web, image: 'web:1.0', volumeMounts: [{{name: cache, mountPath: /cache}}]}}]}}\n").Select(Text),
        text => text.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void AnEphemeralVolumeIsNoClaimTemplate() => Assert.Contains(
        ManifestRuleTest.Find("apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: 'web:1.0', volumeMounts: [{name: raw, mountPath: /raw}]}]\n  volumes: [{name: raw, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], volumeMode: Block, resources: {requests: {storage: 1Gi}}}}}}]\n").Select(Text),
        static text => text.StartsWith("The volume 'raw' is a raw block device but is used as a file system", StringComparison.Ordinal)
            && text.EndsWith("; use 'volumeDevices.devicePath' instead of 'volumeMounts.mountPath', or the other way round", StringComparison.Ordinal));

    /// <summary>What attributes declare wrongly, as the YAML that it becomes: nothing of C# is in the messages.</summary>
    [Theory]
    [MemberData(nameof(RulePageTests.AttributeIds), MemberType = typeof(RulePageTests))]
    public void NoMessageInYaml_SpeaksOfCSharp(string id)
    {
        foreach (string yaml in Yaml(RulePage.Example(id, "Wrong").Text, RulePage.Shipped(id)))
        {
            Assert.DoesNotContain(ManifestRuleTest.Find(yaml).Select(Text), static text => Words.CSharp.IsMatch(text));
        }
    }

    [Fact]
    public async Task NoMessageInManifests_SpeaksOfCSharp()
    {
        var run = new ManifestRun();
        foreach (string file in Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "samples/BringYourOwnYaml/k8s"), "*.yaml", SearchOption.AllDirectories))
        {
            run.File("k8s/" + Path.GetFileName(file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        string[] pages = [.. Catalogue.All.Select(static descriptor => descriptor.Id).Where(static id => RulePage.Example(id, "Wrong").Language == "yaml")];
        Assert.NotEmpty(pages);
        IEnumerable<Diagnostic> found = await run.RunAsync();
        foreach (string id in pages)
        {
            found = found.Concat(await new ManifestRun().File("k8s/example.yaml", RulePage.Example(id, "Wrong").Text).RunAsync());
        }

        string[] texts = [.. found.Where(static diagnostic => diagnostic.Location.Kind == LocationKind.ExternalFile).Select(Text)];
        Assert.True(texts.Length > pages.Length);
        Assert.DoesNotContain(texts, static text => Words.CSharp.IsMatch(text));
    }

    /// <summary>Outside of patches, what an attribute can say is called as there: neither a field and its value, nor the field's own name.</summary>
    [Theory]
    [MemberData(nameof(RulePageTests.AttributeIds), MemberType = typeof(RulePageTests))]
    public async Task NoMessageOfAttributes_SpeaksOfYaml(string id)
    {
        (_, Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers analysis) = RulePage.Analyze(RulePage.Example(id, "Wrong").Text, RulePage.Shipped(id));
        foreach (Diagnostic diagnostic in await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
        {
            if (DeclarationWords.Instance.At(diagnostic.Location) == DeclarationWords.Instance)
            {
                Assert.DoesNotMatch(YamlForm(), Text(diagnostic));
            }
        }
    }

    [Fact]
    public async Task NoMessageOfClientCode_SpeaksOfYamlOrAttributes()
    {
        string source = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "samples/BringYourOwnYaml/Operator.cs"), TestContext.Current.CancellationToken);
        string[] texts = [.. await OfClientAsync(source)];
        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, static text => YamlForm().IsMatch(text) || Words.Attribute.IsMatch(text));
    }

    /// <summary>Rules over objects are for all readers, so no text of theirs, and no row, has words of one.</summary>
    [Fact]
    public void NoTextOfARule_HasTheWordsOfOneReader()
    {
        string[] texts =
        [
            .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Engine/Rules"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Compilations.ParseOptions).GetRoot().DescendantTokens())
                .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
                .Select(static token => token.ValueText)
                .Concat(ConstraintTable.Rows.SelectMany(static row => Quoted().Matches(row).Select(static match => match.Value))),
        ];
        Assert.True(texts.Length > 1000);
        Assert.DoesNotContain(texts, static text => text.Contains(' ', StringComparison.Ordinal) && Words.CSharp.IsMatch(text));
        string[] arguments = [.. AttributeFields.All.Select(static path => AttributeFields.Find(path)!.Argument).OfType<string>()
            .Where(static argument => argument.Skip(1).Any(char.IsUpper) && !KubernetesWords.Contains(argument)).Distinct()];
        Assert.All(arguments, argument => Assert.DoesNotContain(texts, text => text.Contains(' ', StringComparison.Ordinal) && Regex.IsMatch(text, $@"(?<![.\w]){argument}\b")));
    }

    /// <summary>Arguments that are words of Kubernetes as well: a kind, a type of Services.</summary>
    private static readonly string[] KubernetesWords = ["ConfigMap", "NodePort"];

    private static string Text(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<string>> OfAttributesAsync(string source) =>
        (await RulePage.Analyze(source).Analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(Text);

    private static async Task<IEnumerable<string>> OfClientAsync(string source) =>
        (await new ManifestRun().Reference(KubernetesCode.Reference).Source(KubernetesCode.Usings.Replace("using ", "global using ", StringComparison.Ordinal)).Source(source).RunAsync()).Select(Text);

    /// <summary>The manifests that an example becomes.</summary>
    private static IEnumerable<string> Yaml(string source, string? shipped) => Types(RulePage.Analyze(source, shipped).Compilation.Assembly.GlobalNamespace)
        .SelectMany(static type => type.GetMembers().OfType<IFieldSymbol>())
        .Where(static field => field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == nameof(GeneratedManifestAttribute)))
        .Select(static field => field.ConstantValue as string)
        .OfType<string>();

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol symbol) => symbol.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => Types(member).Concat(member is INamedTypeSymbol type ? [type] : []));

    /// <summary>A field and its value, or the name of a field that an attribute has an argument for.</summary>
    [GeneratedRegex(@"'[a-z][A-Za-z]+: [A-Za-z0-9]+'(?! *,? which)|'(?:podManagementPolicy|maxUnavailable|minAvailable|terminationGracePeriodSeconds|readOnlyRootFilesystem|runAsUser|runAsNonRoot|volumeClaimTemplates|serviceName|replicas|publishNotReadyAddresses|accessModes|storageClassName|minReadySeconds|partition|env)'")]
    private static partial Regex YamlForm();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
