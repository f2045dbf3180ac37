using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>A value that a tool fills in before manifests are applied is unknown, in whatever form it is written.</summary>
public class PlaceholderTests
{
    private static string Set(string image = "registry.example/orders:1.0", string pod = "", string container = "", string replicas = "3") =>
        Manifest.StatefulSet("orders", replicas: replicas, podSpec: pod.Length == 0 ? string.Empty : "\n      " + pod)
            .Replace("image: registry.example/orders:1.0", "image: " + image + (container.Length == 0 ? string.Empty : "\n        " + container), StringComparison.Ordinal);

    private static Task VerifyAsync(string set, params string[] others) => new ManifestRun()
        .File("k8s/orders.yaml", string.Join("\n---\n", [set, Manifest.Service("orders", "orders"), .. others]))
        .VerifyAsync();

    [Theory]
    [InlineData("#{Account}#")]
    [InlineData("#{Build.Account}")]
    [InlineData("'#{Account}#'")]
    [InlineData("__ACCOUNT__")]
    [InlineData("%ACCOUNT%")]
    [InlineData("'%ACCOUNT%'")]
    [InlineData("$(Account)")]
    [InlineData("$(Service.Account)")]
    [InlineData("$ACCOUNT")]
    [InlineData("${ACCOUNT}")]
    [InlineData("${ACCOUNT:-orders}")]
    [InlineData("${A}account")]
    [InlineData("@@ACCOUNT@@")]
    [InlineData("'@@ACCOUNT@@'")]
    [InlineData("<%= account %>")]
    [InlineData("\"<%= account %>\"")]
    [InlineData("{{ account }}")]
    [InlineData("{{account}}")]
    [InlineData("'{{ account }}'")]
    [InlineData("<ACCOUNT>")]
    [InlineData("<your account>")]
    [InlineData("((ACCOUNT))")]
    [InlineData("##ACCOUNT##")]
    [InlineData("'##ACCOUNT##'")]
    [InlineData("'[YOUR ACCOUNT]'")]
    public async Task APlaceholderIsNotKnown(string form)
    {
        await VerifyAsync(Set(pod: $"serviceAccountName: {form}"));
        await VerifyAsync(Set(replicas: form));
        await VerifyAsync(Set(container: $"resources:\n          requests: {{memory: 64Mi}}\n          limits:\n            memory: {form}"));
        await VerifyAsync(Set(pod: $"priorityClassName: {form}\n      nodeSelector:\n        zone: {form}"));
    }

    [Theory]
    [InlineData("registry.example/#{Project}#/orders:#{Build.BuildId}#")]
    [InlineData("registry.example/$PROJECT/orders:1.0")]
    [InlineData("registry.example/<PROJECT>/orders:1.0")]
    [InlineData("registry.example/PROJECT_ID/orders:1.0")]
    [InlineData("REGISTRY/orders:1.0")]
    [InlineData("registry.example/YOUR ID/orders:1.0")]
    [InlineData("registry.example/[YOUR ALIAS]/orders:1.0")]
    [InlineData("registry.example/orders:((version))")]
    [InlineData("registry.example/orders:%TAG%")]
    [InlineData("registry.example/orders:$(Build.BuildNumber)")]
    [InlineData("{{ registry }}/orders:{{ tag }}")]
    public Task APlaceholderIsAPartOfAnImage(string image) => VerifyAsync(Set(image));

    [Theory]
    [InlineData("registry.example/{|HF6011:Shop/orders:1.0|}")]
    [InlineData("{|HF6011:registry.example/ora nge:1.0|}")]
    [InlineData("{|HF6011:registry.example/50%/orders:1.0|}")]
    public Task AnImageThatIsWrongIsTold(string image) => VerifyAsync(Set(image.Replace("registry.example/{|HF6011:", "{|HF6011:registry.example/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Acc_ount")]
    [InlineData("a$1")]
    [InlineData("'5%'")]
    [InlineData("'a < b'")]
    [InlineData("acc__ount")]
    [InlineData("'acc#ount'")]
    public Task ANameThatIsWrongIsTold(string name) => VerifyAsync(Set(pod: $"serviceAccountName: {{|HF2003:{name}|}}"));

    [Fact]
    public Task ACommentIsNoPlaceholder() => VerifyAsync(Set(pod: "serviceAccountName: {|HF2003:Acc_ount|} #{see the account}#"));

    [Fact]
    public Task APercentageIsNoPlaceholder() => VerifyAsync(Set(), """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: orders}
        spec:
          maxUnavailable: {|HF6005:150%|}
          selector: {matchLabels: {app: orders}}
        """);

    /// <summary>In commands, arguments and values <c>$(NAME)</c> is a variable of the container, and <c>$X</c> the shell's.</summary>
    [Fact]
    public Task AVariableIsNoPlaceholderWhereKubernetesOrAShellReadsIt() => VerifyAsync(
        Set(container: "command: [sh, -c, 'exec $HOME/run $PEERS $(date +%Y%m%d) < /dev/null']\n        env:\n        - {name: HOST, value: a}\n        - name: PEER\n          value: \"$(HOST) <a> {|HF2005:orders-7.orders|}:80\"\n        args: ['$(HOST)', '{|HF2005:orders-9.orders|}:80']"));

    [Fact]
    public Task UnquotedBracesAreNoMapping() => new ManifestRun()
        .File("k8s/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: { name: {{app_name}}, labels: { app: {{ app }} } }\ntype: Opaque\nstringData:\n  token: {{api_token}}\n{|HF9009:stringdata|}: {}\n")
        .VerifyAsync();

    [Fact]
    public Task AMappingInAMappingIsStillOne() => new ManifestRun()
        .File("k8s/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: tokens, labels: {app: {|HF9010:{a: b}|}}}\n".Replace("app: {|HF9010:{a: b}|}", "{|HF9010:app|}: {a: b}", StringComparison.Ordinal))
        .VerifyAsync();

    [Theory]
    [InlineData("{{ prefix }}/tier: front")]
    [InlineData("${PREFIX}/tier: front")]
    [InlineData("${C}key: front")]
    [InlineData("'#{Prefix}#/tier': front")]
    public Task AKeyCanBeFilledIn(string label) =>
        VerifyAsync(Manifest.StatefulSet("orders").Replace("      labels:\n", "      labels:\n        " + label + "\n", StringComparison.Ordinal).Replace("matchLabels:\n", "matchLabels:\n      tier: front\n", StringComparison.Ordinal));

    [Fact]
    public Task SopsEncryptsValuesAndAddsAField() => new ManifestRun()
        .File("k8s/secret.yaml", """
            apiVersion: v1
            kind: Secret
            metadata:
              name: tokens
            data:
              token: ENC[AES256_GCM,data:fLLtx4/2iw==,iv:x1=,tag:Gq==,type:str]
            type: ENC[AES256_GCM,data:fLLtx4,iv:x1=,tag:Gq==,type:str]
            sops:
              lastmodified: "2026-01-31T12:00:00Z"
              mac: ENC[AES256_GCM,data:u5,iv:eg,tag:Gq==,type:str]
              version: 3.8.1
            """)
        .VerifyAsync();

    [Fact]
    public Task AFieldThatIsOnlyCalledLikeItIsTold() => new ManifestRun()
        .File("k8s/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: tokens\n{|HF9009:sops|}: here\n")
        .VerifyAsync();

    [Fact]
    public Task AnImagesTagOfAKustomizationCanBeFilledIn() => new ManifestRun()
        .File("k8s/kustomization.yaml", "resources: [orders.yaml]\nimages:\n- name: orders\n  newTag: '#{Build.BuildId}#'\n")
        .File("k8s/orders.yaml", Set("orders:latest") + "---\n" + Manifest.Service("orders", "orders"))
        .VerifyAsync();
}
