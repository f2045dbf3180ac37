using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Hand-written YAML in, diagnostics at its lines out.</summary>
[HomeOf("HF9030", "HF9031")]
public class ManifestAnalyzerTests
{
    [Fact]
    public Task AGoodManifestIsSilent() => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders") + "---\n" + Manifest.Service("orders", "orders"))
        .VerifyAsync();

    [Fact]
    public Task ANameThatTheServerRefusesIsFoundAtItsPlace() => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders", marked: "{|HF2002:Orders|}") + "---\n" + Manifest.Service("orders", "orders"))
        .VerifyAsync();

    [Fact]
    public async Task ABuildShowsFileLineAndColumn()
    {
        ImmutableArray<string> shown = await new ManifestRun()
            .File("k8s/orders.yaml", Manifest.StatefulSet("orders", marked: "Orders") + "---\n" + Manifest.Service("orders", "orders"))
            .ShowAsync();
        Assert.StartsWith("k8s/orders.yaml(4,9): error HF2002: ", Assert.Single(shown), StringComparison.Ordinal);
    }

    [Fact]
    public Task FieldsAndTypesAreChecked() => new ManifestRun()
        .File("k8s/service.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: orders
              labels:
                port: {|HF9010:8080|}
            spec:
              {|HF9009:clusterIp|}: None
              ports:
              - name: http
                port: {|HF9010:"8080"|}
            """)
        .VerifyAsync();

    [Fact]
    public Task ObjectsOfOtherGroupsAndOtherYamlAreLeftAlone() => new ManifestRun()
        .File("k8s/kruise.yaml", """
            apiVersion: apps.kruise.io/v1beta1
            kind: StatefulSet
            metadata:
              name: Orders
            spec:
              replicas: "many"
            """)
        .File("k8s/values.yaml", """
            image: orders
            replicas: "3"
            """)
        .File("k8s/list.yaml", """
            - a list
            - of strings
            """)
        .VerifyAsync();

    [Theory]
    [InlineData("kind: List")]
    [InlineData("kind: StatefulSetList")]
    public Task ListsAreTakenApart(string kind) => new ManifestRun()
        .File("k8s/all.yaml", $$"""
            apiVersion: v1
            {{kind}}
            items:
            - apiVersion: v1
              kind: ServiceAccount
              metadata:
                name: {|HF2003:Orders_Account|}
            """)
        .VerifyAsync();

    [Fact]
    public Task JsonIsYaml() => new ManifestRun()
        .File("k8s/account.json", """
            {
              "apiVersion": "v1",
              "kind": "ServiceAccount",
              "metadata": { "name": {|HF2003:"Orders_Account"|} }
            }
            """)
        .VerifyAsync();

    [Fact]
    public Task AnchorsMergeKeysCommentsAndWindowsLineEndsAreRead() => new ManifestRun()
        .File("k8s/account.yaml", "\uFEFF" + """
            # two of a kind
            apiVersion: v1
            kind: ServiceAccount
            metadata: &common
              labels: {team: shop}
              name: orders
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              labels:
                <<: {team: shop}
              name: {|HF2003:Orders_Account|} # wrong
            """.ReplaceLineEndings("\r\n"))
        .VerifyAsync();

    [Fact]
    public Task ABrokenFileIsOneDiagnosticAndTheOthersAreJudged() => new ManifestRun()
        .File("k8s/a.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n{|HF9030:\t|}labels: {}\n")
        .File("k8s/b.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {|HF2003:Orders_Account|}\n")
        .VerifyAsync();

    [Theory]
    [InlineData("\0\u0001\u0002binary")]
    [InlineData("apiVersion: [")]
    public async Task WhatIsNoYamlIsOneDiagnostic(string content)
    {
        ImmutableArray<Diagnostic> found = await new ManifestRun().File("k8s/odd.yaml", content).RunAsync();
        Assert.Equal("HF9030", Assert.Single(found).Id);
    }

    /// <summary>kubectl takes the last of two keys and refuses what is not YAML, and the message says which of them happens.</summary>
    [Theory]
    [InlineData("metadata: {name: a, name: b}", "kubectl keeps the last one without a warning")]
    [InlineData("metadata: {name: a", "kubectl refuses the file")]
    public async Task TheMessageSaysWhatKubectlMakesOfIt(string metadata, string consequence)
    {
        ImmutableArray<Diagnostic> found = await new ManifestRun().File("k8s/account.yaml", $"apiVersion: v1\nkind: ServiceAccount\n{metadata}\n").RunAsync();
        Assert.Contains(consequence, Assert.Single(found, static diagnostic => diagnostic.Id == "HF9030").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BombsAndHugeFilesAreRefused()
    {
        string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(
            "bcdefghij".Select(static (c, i) => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat("*" + "abcdefghi"[i], 10))}]\n"));
        string huge = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: huge}\ndata:\n" + string.Concat(Enumerable.Repeat("  key: value\n", 1_000_000));
        string deep = "apiVersion: " + new string('[', 100_000);
        ImmutableArray<Diagnostic> found = await new ManifestRun()
            .File("k8s/bomb.yaml", "apiVersion: v1\nkind: ConfigMap\n" + bomb)
            .File("k8s/huge.yaml", huge)
            .File("k8s/deep.yaml", deep)
            .RunAsync();
        Assert.Equal(
            ["/project/k8s/bomb.yaml", "/project/k8s/deep.yaml", "/project/k8s/huge.yaml"],
            found.Where(static diagnostic => diagnostic.Id == "HF9030").Select(static diagnostic => diagnostic.Location.GetLineSpan().Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task HelmTemplatesAreLeftAlone() => new ManifestRun()
        .File("charts/orders/templates/set.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: {{ .Release.Name }}-Orders
            {{- if .Values.replicas }}
            spec:
              replicas: {{ .Values.replicas | quote }}
            {{- end }}
            """)
        .VerifyAsync();

    [Fact]
    public Task OtherTemplatesInStringsAreNone() => new ManifestRun()
        .File("k8s/alerts.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: {|HF2003:Alert_Rules|}
              annotations:
                rule: 'down: {{ $labels.instance }}'
            """)
        .VerifyAsync();

    [Fact]
    public Task WhatIsFilledInLaterIsNotGuessed() => new ManifestRun()
        .File("k8s/account.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: ${ACCOUNT_NAME}
            """)
        .VerifyAsync();

    [Fact]
    public Task PartsOfObjectsAreNotJudged() => new ManifestRun()
        .File("k8s/patch.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: orders
            spec:
              serviceName: missing
              replicas: 1
            """)
        .VerifyAsync();

    [Theory]
    [InlineData("  name: Orders_A # holdfast:ignore HF2003 the server is old")]
    [InlineData("  # holdfast:ignore HF2003, HF2002 the server is old\n  name: Orders_A")]
    public Task ACommentSuppressesALine(string name) => new ManifestRun()
        .File("k8s/account.yaml", $"apiVersion: v1\nkind: ServiceAccount\nmetadata:\n{name}\n")
        .VerifyAsync();

    [Theory]
    [InlineData("# holdfast:ignore HF2003 the server is old\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: Orders_A\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {|HF2003:Orders_B|}\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\n# holdfast:ignore HF2003 the server is old\nmetadata:\n  name: Orders_A\n---\n# about it\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {|HF2003:Orders_B|}\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {|HF2003:Orders_B|}\n---\n# holdfast:ignore HF2003 the server is old\n\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: Orders_A\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  # holdfast:ignore HF2003 on another field\n  labels: {}\n  name: {|HF2003:Orders_B|}\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  # holdfast:ignore HF2002 of another rule\n  name: {|HF2003:Orders_B|}\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  {|HF9031:# holdfast:ignore the server is old|}\n  name: {|HF2003:Orders_B|}\n")]
    public Task ACommentSuppressesWhatBelongsToTheNextLine(string content) => new ManifestRun().File("k8s/account.yaml", content).VerifyAsync();

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    public async Task ASectionOfEditorConfigSetsTheSeverity(string value, DiagnosticSeverity? severity)
    {
        ImmutableArray<Diagnostic> found = await new ManifestRun()
            .File("k8s/account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: Orders_A\n")
            .Setting("k8s/account.yaml", "holdfast_diagnostic.HF2003.severity", value)
            .RunAsync();
        Assert.Equal(severity, found.SingleOrDefault()?.Severity);
    }

    [Fact]
    public void AFileIsReadOnceForEachOfItsTexts()
    {
        var text = SourceText.From(Manifest.Service("orders", "orders"));
        ManifestFile file = ManifestFileReader.Read("k8s/orders.yaml", text);
        Assert.Same(file, ManifestFileReader.Read("k8s/orders.yaml", text));
        Assert.NotSame(file, ManifestFileReader.Read("k8s/other.yaml", text));
    }

    /// <summary>A Service's own port may have a longer name than the port of the pods that it leads to.</summary>
    [Fact]
    public Task ATargetPortIsJudgedWhateverThePortIsCalled() => new ManifestRun()
        .File("k8s/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n  ports:\n  - name: http-for-everyone\n    port: 80\n    targetPort: {|HF6008:http-for-everyone|}\n")
        .VerifyAsync();

    [Theory]
    [InlineData("{|HF2003:HTTP|}")]
    [InlineData("{|HF2003:http_admin|}")]
    [InlineData("http--for-everyone-with-a-long-name")]
    [InlineData("'8080'")]
    public Task ThePortOfAServiceHasALabelForItsName(string name) => new ManifestRun()
        .File("k8s/service.yaml", $"apiVersion: v1\nkind: Service\nmetadata: {{name: web}}\nspec:\n  selector: {{app: web}}\n  ports:\n  - name: {name}\n    port: 80\n    targetPort: 8080\n")
        .VerifyAsync();

    /// <summary>Fields of kinds that no rule is about are checked as well.</summary>
    [Theory]
    [InlineData("apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  {|HF9009:ingressClass|}: nginx\n  defaultBackend: {service: {name: web, port: {number: 80}}}\n")]
    [InlineData("apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly}\nspec:\n  schedule: '@daily'\n  {|HF9009:concurrency|}: Forbid\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}}}}\n")]
    [InlineData("apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader}\nrules:\n- {apiGroups: [''], {|HF9009:resource|}: [pods], verbs: [get]}\n")]
    [InlineData("apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec:\n  minReadySeconds: {|HF9010:'5'|}\n  selector: {matchLabels: {app: agent}}\n  template: {metadata: {labels: {app: agent}}, spec: {containers: [{name: a, image: 'a:1'}]}}\n")]
    public Task FieldsOfAllUsualKindsAreChecked(string content) => new ManifestRun().File("k8s/object.yaml", content).VerifyAsync();

    [Fact]
    public async Task AnEditOfOneFileReadsNoOther()
    {
        CountedText[] texts = [.. Enumerable.Range(0, 5).Select(static i => new CountedText(Manifest.StatefulSet($"orders-{i}") + "---\n" + Manifest.Service($"orders-{i}", $"orders-{i}")))];
        var run = new ManifestRun();
        foreach ((int index, CountedText text) in texts.Index())
        {
            run.File($"k8s/{index}.yaml", text);
        }

        Assert.Empty(await run.ShowAsync());
        int[] reads = [.. texts.Select(static text => text.Reads)];
        Assert.All(reads, static count => Assert.True(count > 0));

        var edited = new CountedText(Manifest.StatefulSet("Orders"));
        Assert.NotEmpty(await run.File("k8s/2.yaml", edited).ShowAsync());
        Assert.True(edited.Reads > 0);
        Assert.Equal(reads, texts.Select(static text => text.Reads));
    }

    /// <summary>The compiler decodes a file; what is not UTF-8 it takes for the code page of the machine.</summary>
    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    [InlineData("iso-8859-1", "HF9030")]
    public async Task AFileIsReadInTheEncodingThatItsFirstBytesSay(string encoding, string? id)
    {
        var used = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. used.GetPreamble(), .. used.GetBytes("# für alle\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: Orders_A\n")];
        var text = SourceText.From(bytes, bytes.Length, id is null ? Encoding.UTF8 : used);
        Assert.Equal(id ?? "HF2003", Assert.Single(await new ManifestRun().File("k8s/account.yaml", text).RunAsync()).Id);
    }

    [Fact]
    public Task AServiceOfAnotherFileGoverns() => new ManifestRun()
        .File("k8s/set.yaml", Manifest.StatefulSet("orders"))
        .File("k8s/services/service.yaml", Manifest.Service("orders", "orders"))
        .VerifyAsync();

    [Fact]
    public Task AServiceOfAnotherFileThatIsNotHeadlessIsFoundAtTheSet() => new ManifestRun()
        .File("k8s/set.yaml", Manifest.StatefulSet("orders", serviceName: "{|HF1003:orders|}"))
        .File("k8s/services/service.yaml", Manifest.Service("orders", "orders", clusterIp: "''"))
        .VerifyAsync();

    [Fact]
    public Task AServiceInYamlGovernsADeclaredSet() => new ManifestRun()
        .File("k8s/service.yaml", Manifest.Service("orders-members", "orders").Replace("clusterIP: None", "clusterIP: None\n  publishNotReadyAddresses: true", StringComparison.Ordinal).Replace("app: orders", "app.kubernetes.io/name: orders", StringComparison.Ordinal))
        .Source("""
            using Holdfast;
            [StatefulApp("orders", Replicas = 3, ServiceName = "orders-members")]
            [Container("orders:1.0")]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [PeerList] public static partial string Peers { get; }
            }
            """)
        .VerifyAsync();

    /// <summary>Two folders may say the same for two clusters: the Service that is nearer counts, whatever the names of the folders.</summary>
    [Theory]
    [InlineData("b/services", "a/services", false)]
    [InlineData("b/services", "c/services", false)]
    [InlineData("a/services", "b/services", true)]
    [InlineData("c/services", "b/services", true)]
    public async Task TheServiceOfTheNearestFolderGoverns(string headless, string other, bool isWarned)
    {
        ImmutableArray<string> ids = await new ManifestRun()
            .File("k8s/b/sets/set.yaml", Manifest.StatefulSet("orders"))
            .File($"k8s/{headless}/service.yaml", Manifest.Service("orders", "orders"))
            .File($"k8s/{other}/service.yaml", Manifest.Service("orders", "orders", clusterIp: "''"))
            .IdsAsync();
        Assert.Equal(isWarned, ids.Any(static id => id.Contains("HF1003", StringComparison.Ordinal)));
    }

    /// <summary>A headless Service has no use but the names of the pods that it selects.</summary>
    [Theory]
    [InlineData("{|HF1002:orders|}", "orders-headless")]
    [InlineData("{|HF1002:orders-headless|}", "orders")]
    [InlineData("orders", "orders-headless", "others")]
    [InlineData("orders", "orders-headless", "orders", "10.0.0.7")]
    [InlineData("orders", "ordersheadless")]
    [InlineData("orders-headless", "orders-headless")]
    public Task AHeadlessServiceForTheSamePodsIsMeant(string serviceName, string service, string selector = "orders", string clusterIp = "None") => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders", serviceName: serviceName) + "---\n" + Manifest.Service(service, selector, clusterIp))
        .VerifyAsync();

    [Fact]
    public async Task ADeclaredServiceGovernsASetInYaml()
    {
        ImmutableArray<string> ids = await new ManifestRun()
            .File("k8s/set.yaml", Manifest.StatefulSet("carts", serviceName: "orderz"))
            .Source("""
                using Holdfast;
                [StatefulApp("orders", Replicas = 3)]
                [Container("orders:1.0")]
                public sealed partial class Orders
                {
                    [Port(8080)] public static partial ServicePort Http { get; }
                }
                """)
            .IdsAsync();
        Assert.Equal(["k8s/set.yaml(6) HF1002"], ids);
    }

    /// <summary>A text that counts how often all of it is read.</summary>
    private sealed class CountedText(string content) : SourceText
    {
        public int Reads { get; private set; }

        public override Encoding? Encoding => null;

        public override int Length => content.Length;

        public override char this[int position] => content[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
            content.CopyTo(sourceIndex, destination, destinationIndex, count);

        public override string ToString(TextSpan span)
        {
            Reads += span.Length == content.Length ? 1 : 0;
            return content.Substring(span.Start, span.Length);
        }
    }
}
