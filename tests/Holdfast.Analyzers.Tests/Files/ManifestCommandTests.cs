using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Commands that only a shell reads, and those of init containers that never end.</summary>
[HomeOf("HF6014", "HF1019")]
public class ManifestCommandTests
{
    [Theory]
    [InlineData("command: [{|HF6014:/app/orders --verbose|}]")]
    [InlineData("command: [{|HF6014:npm start|}]")]
    [InlineData("command: [{|HF6014:sh -c|}, echo a && echo b]")]
    [InlineData("livenessProbe: {exec: {command: [{|HF6014:cat /tmp/alive|}]}}")]
    [InlineData("lifecycle: {preStop: {exec: {command: [{|HF6014:/bin/leave now|}]}}}")]
    [InlineData("command: [/app/orders, --verbose]")]
    [InlineData("command: [/app/orders, 'a text with words']")]
    [InlineData("command: ['C:\\Program Files\\orders\\orders.exe']")]
    [InlineData("command: ['{{ .Values.command }}']")]
    [InlineData("args: [start --verbose]")] // the entrypoint of the image may be a shell
    public Task OfWholeLines(string fields) => VerifyAsync(fields);

    [Theory]
    [InlineData("command: [/app/migrate, {|HF6014:'&&'|}, /app/orders]")]
    [InlineData("args: [--config, /etc/orders, {|HF6014:'>'|}, /dev/null]")]
    [InlineData("command: [/app/orders, {|HF6014:--name=$(hostname -f)|}]")]
    [InlineData("args: [{|HF6014:--name=$HOSTNAME|}]")]
    [InlineData("command: [sh, -c, 'migrate && orders --name=$(hostname -f)']")]
    [InlineData("command: [/bin/bash, -ec], args: ['a | b', '&&']")]
    [InlineData("command: [/start.sh, '&&']")] // a script may read it
    [InlineData("command: [cut, -d, '|']")] // the value of an option
    [InlineData("command: [python, -c, 'a', '&&']")]
    [InlineData("command: [test, a, '>', b]")]
    [InlineData("args: ['--query=a && b']")] // in the middle of a text it may be anything
    [InlineData("args: ['--price=$$HOSTNAME']")]
    [InlineData("args: ['--name=${HOSTNAME}']")] // programs with placeholders read it
    [InlineData("command: [/app/orders, '{{ .Values.more }}', '&&']")]
    public Task OfSyntax(string fields) => VerifyAsync(fields);

    [Theory]
    [InlineData("until nslookup orders; do sleep 2; done", true)]
    [InlineData("until getent hosts orders-0.orders; do sleep 2; done", true)]
    [InlineData("while ! nc -z orders 8080; do sleep 1; done", true)]
    [InlineData("until nc -zv -w 2 orders.shop.svc.cluster.local 8080; do sleep 1; done", true)]
    [InlineData("until curl -s http://orders:8080/health; do sleep 1; done", true)]
    [InlineData("until pg_isready -U postgres -h orders; do sleep 1; done", true)]
    [InlineData("until pg_isready -U orders -h customers; do sleep 1; done", false)]
    [InlineData("until nslookup customers; do sleep 2; done", false)]
    [InlineData("nslookup orders || true", false)]
    [InlineData("until nslookup orders || [ $n -gt 10 ]; do sleep 2; done", false)] // it ends
    [InlineData("timeout 60 sh -c \"until nslookup orders; do sleep 2; done\"", false)]
    [InlineData("case $HOSTNAME in *-0) ;; *) until nslookup orders-0.orders; do sleep 2; done ;; esac", false)]
    [InlineData("until nslookup orders-1; do sleep 2; done", false)]
    public Task OfAWait(string script, bool isFound) => WaitAsync(script, isFound, Headless);

    [Theory]
    [InlineData("until nslookup orders; do sleep 2; done", false)] // it lists replicas that are not ready
    [InlineData("until nc -z orders 8080; do sleep 2; done", true)]
    public Task OfAWaitForAllReplicas(string script, bool isFound) =>
        WaitAsync(script, isFound, Headless.Replace("clusterIP: None", "clusterIP: None\n  publishNotReadyAddresses: true", StringComparison.Ordinal));

    [Theory]
    [InlineData("until nslookup shop; do sleep 2; done")]
    [InlineData("until nc -z shop 8080; do sleep 2; done")]
    public async Task OfAWaitForPodsOfAnotherWorkload(string script)
    {
        string set = Set(script, isFound: false).Replace("        app: orders\n    spec", "        app: orders\n        team: a\n    spec", StringComparison.Ordinal);
        string shop = Headless + "\n---\n" + Headless.Replace("name: orders", "name: shop", StringComparison.Ordinal).Replace("app: orders", "team: a", StringComparison.Ordinal);
        await new ManifestRun().File("k8s/a.yaml", set + "\n---\n" + shop + "\n---\n" + Front).VerifyAsync();
        await new ManifestRun().File("k8s/a.yaml", set.Replace($"'{script}'", $"{{|HF1019:'{script}'|}}", StringComparison.Ordinal) + "\n---\n" + shop).VerifyAsync();
    }

    private const string Front = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: front}\nspec: {selector: {matchLabels: {app: front}}, template: {metadata: {labels: {app: front, team: a}}, spec: {containers: [{name: front, image: 'front:1.0'}]}}}";

    private static string Headless => Manifest.Service("orders", "orders");

    private static Task VerifyAsync(string fields) => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders").TrimEnd() + "\n        " + fields.Replace("], args", "]\n        args", StringComparison.Ordinal) + "\n---\n" + Manifest.Service("orders", "orders"))
        .VerifyAsync();

    private static Task WaitAsync(string script, bool isFound, string service) => new ManifestRun()
        .File("k8s/orders.yaml", Set(script, isFound) + "\n---\n" + service)
        .VerifyAsync();

    private static string Set(string script, bool isFound) => Manifest.StatefulSet(
        "orders", podSpec: $"\n      initContainers: [{{name: wait, image: 'busybox:1.36', command: [sh, -c, {(isFound ? "{|HF1019:" : string.Empty)}'{script}'{(isFound ? "|}" : string.Empty)}]}}]");
}
