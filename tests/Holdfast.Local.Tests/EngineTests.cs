using Holdfast.Local.Processes;

namespace Holdfast.Local.Tests;

/// <summary>
/// Containers in an engine. None is there, so a script plays its client: it writes down how it is called, and runs the test's member as the container would.
/// </summary>
public sealed class EngineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("holdfast-engine-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string[] Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(_folder.FullName, "calls");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ReplicasAreContainersWithTheNamesOfTheCluster()
    {
        LocalApp app = LocalApp.FromYaml(ShopManifest.Yaml(replicas: 2, container: "env:\n- name: PEER\n  value: shop-0.shop:8080\nargs: [quiet]"), Engine());

        await using LocalCluster cluster = await LocalCluster.StartAsync([app], ShopManifest.Options(), Cancellation);

        LocalSet shop = cluster["shop"];
        string run = Assert.Single(Calls, call => call.StartsWith("run ", StringComparison.Ordinal) && call.Contains("--hostname=shop-1 ", StringComparison.Ordinal));
        Assert.EndsWith(" shop:1 quiet", run, StringComparison.Ordinal);
        Assert.Contains("-default-shop-1-shop ", run, StringComparison.Ordinal);
        Assert.Contains("--network-alias=shop-1.shop.default.svc.cluster.local ", run, StringComparison.Ordinal);
        Assert.Contains($"--publish={shop[1].EndPoint(Members.Port)}:8080/tcp ", run, StringComparison.Ordinal);
        Assert.Contains($"--volume={shop[1].PathOf(Members.Data)}:/data ", run, StringComparison.Ordinal);
        Assert.Contains("--env=PEER ", run, StringComparison.Ordinal);

        // Names stay names: the engine's network knows them.
        Dictionary<string, string> variables = await shop[1].EnvironmentAsync();
        Assert.Equal("shop-0.shop:8080", variables["PEER"]);
        Assert.Equal("shop-1.shop", variables["POD_IP"]);
        Assert.Single(Calls, call => call.StartsWith("network create ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AContainerThatIsKilledIsKilledInTheEngine_AndProbesRunInside()
    {
        string probes = ShopManifest.HttpProbes + "\nlivenessProbe:\n  exec:\n    command: [is-alive]";
        await using LocalCluster cluster = await LocalCluster.StartAsync(
            [LocalApp.FromYaml(ShopManifest.Yaml(replicas: 1, probes: probes), Engine())], ShopManifest.Options(), Cancellation);
        LocalMember member = cluster["shop"][0];

        await Members.UntilAsync(() => Calls.Any(call => call.StartsWith("exec ", StringComparison.Ordinal) && call.EndsWith("-shop is-alive", StringComparison.Ordinal)), "no probe has run inside");
        await member.KillAsync();
        await Members.UntilAsync(() => member.Restarts == 1 && member.IsReady, "not started again");

        Assert.Single(Calls, call => call.StartsWith("kill holdfast-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ContainersAndTheirNetworkGoWithTheCluster()
    {
        LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.FromYaml(ShopManifest.Yaml(replicas: 1), Engine())], ShopManifest.Options(), Cancellation);

        await cluster.DisposeAsync();

        string create = Assert.Single(Calls, call => call.StartsWith("network create ", StringComparison.Ordinal));
        string network = create.Split(' ')[^1];
        Assert.Contains(Calls, call => call.StartsWith($"ps --all --quiet --filter label={OrphanGuard.Variable}=", StringComparison.Ordinal));
        Assert.Contains("rm --force 0123 4567", Calls);
        Assert.Contains($"network rm {network}", Calls);
    }

    [Fact]
    public async Task AnEngineWithoutNetworksIsAnErrorThatNamesIt()
    {
        LocalClusterException failure = await Assert.ThrowsAsync<LocalClusterException>(
            () => LocalCluster.StartAsync([LocalApp.FromYaml(ShopManifest.Yaml(replicas: 1), Engine("no networks"))], ShopManifest.Options(), Cancellation));

        Assert.Contains("makes no network for the containers of shop-0: no networks", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The script.</summary>
    /// <param name="networkFailure">What it says where a network is to be made.</param>
    private LocalCommand Engine(string networkFailure = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script plays the engine");
        LocalCommand member = ShopManifest.Command();
        string script = Path.Combine(_folder.FullName, "engine");
        File.WriteAllText(script, $$"""
            #!/bin/sh
            folder='{{_folder.FullName}}'
            echo "$*" >> "$folder/calls"
            case $1 in
            run)
              shift
              while [ "${1#--}" != "$1" ]; do
                case $1 in
                --name=*) name=${1#*=};;
                --publish=*) listen=${1#*=}; HOLDFAST_LISTEN=${listen%%:*}; export HOLDFAST_LISTEN;;
                --volume=*) volume=${1#*=}; HOLDFAST_PATH_DATA=${volume%%:*}; export HOLDFAST_PATH_DATA;;
                esac
                shift
              done
              shift
              echo $$ > "$folder/$name.pid"
              exec {{member}} "$@";;
            kill) kill -KILL "$(cat "$folder/$2.pid")";;
            ps) echo 0123; echo 4567;;
            network) [ -z '{{networkFailure}}' ] || { echo '{{networkFailure}}' >&2; exit 1; };;
            esac

            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        return new LocalCommand(script) { IsEngine = true };
    }
}
