namespace Holdfast.Local.Tests;

/// <summary>Members as real processes.</summary>
public class LocalClusterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MembersStartInOrderWithWhatTheManifestGivesThem()
    {
        List<string> said = [];
        LocalClusterOptions options = ShopManifest.Options() with { Output = text => { lock (said) { said.Add(text); } } };
        string yaml = ShopManifest.Yaml(
            container: """
            args:
            - --peers
            - $(PEERS)
            env:
            - name: PEERS
              value: shop-0.shop:8080,shop-1.shop.default.svc.cluster.local:8080
            - name: FILE
              value: /data/file.db
            - name: SETTINGS
              value: /etc/shop/app.json
            - name: OWN
              value: /etc/own.txt
            - name: TITLE
              value: shop
            - name: NODE
              valueFrom:
                fieldRef:
                  fieldPath: metadata.labels['app']
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: keys
                  key: db
            - name: COLOUR
              valueFrom:
                configMapKeyRef:
                  name: settings
                  key: colour
            """,
            pod: """
            volumes:
            - name: settings
              configMap:
                name: settings
            """,
            more: """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            data:
              colour: green
              app.json: '{ "a": 1 }'
              shop-1.txt: second
            binaryData:
              logo.png: iVBORw0KGgr/
              name.txt: w7xiZXI=
            """).Replace("        - name: data\n          mountPath: /data\n", "        - name: data\n          mountPath: /data\n        - name: settings\n          mountPath: /etc/shop\n        - name: settings\n          mountPath: /etc/own.txt\n          subPathExpr: $(POD_NAME).txt\n", StringComparison.Ordinal);

        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml).WithSecret("keys", "db", "secret")], options, Cancellation);

        LocalSet shop = cluster["shop"];
        Assert.Equal(["shop-0", "shop-1", "shop-2"], shop.Members.Select(member => member.Name));
        Assert.All(shop.Members, member => Assert.True(member.IsReady));
        Dictionary<string, string> environment = await shop[1].EnvironmentAsync();
        Assert.Equal("shop-1", environment["POD_NAME"]);
        Assert.Equal("1", environment["POD_ORDINAL"]);
        Assert.Equal("default", environment["POD_NAMESPACE"]);
        Assert.Equal(shop[1].Address.ToString(), environment["POD_IP"]);
        Assert.Equal($"{shop[0].Address}:8080,{shop[1].Address}:8080", environment["PEERS"]);
        Assert.Equal(
            string.Join(' ', shop.Members.Select(member => $"default/{member}/http={member.EndPoint(Members.Port)}")), environment["HOLDFAST_MEMBERS"]);
        Assert.Equal(Path.Combine(shop[1].PathOf(Members.Data), "file.db"), environment["FILE"]);
        Assert.Equal("{ \"a\": 1 }", await File.ReadAllTextAsync(environment["SETTINGS"], Cancellation));
        Assert.Equal("second", await File.ReadAllTextAsync(environment["OWN"], Cancellation));
        string settings = Path.GetDirectoryName(environment["SETTINGS"])!;
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF], await File.ReadAllBytesAsync(Path.Combine(settings, "logo.png"), Cancellation));
        Assert.Equal("über", await File.ReadAllTextAsync(Path.Combine(settings, "name.txt"), Cancellation));
        Assert.Equal(("shop", "shop", "secret", "green"), (environment["TITLE"], environment["NODE"], environment["PASSWORD"], environment["COLOUR"]));
        Assert.Equal(["--peers", environment["PEERS"]], (await shop[1].AskAsync("/args")).Split('\n'));
        Assert.Contains(shop[1].Log.Lines, line => line == $"listens on {shop[1].EndPoint(Members.Port)}");
        Assert.Equal(["shop-0 starts", "shop-1 starts", "shop-2 starts"], said.Where(text => text.StartsWith("cluster | ", StringComparison.Ordinal)).Select(text => text[10..]));
        Assert.True(said.IndexOf("cluster | shop-1 starts") > said.IndexOf($"shop-0 | listens on {shop[0].EndPoint(Members.Port)}"));
    }

    /// <summary>By this file a member that is stopped knows whether it comes back.</summary>
    [Fact]
    public async Task MembersReadWhatTheirSetIsNow()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(2))], ShopManifest.Options(), Cancellation);
        LocalSet shop = cluster["shop"];
        string file = (await shop[1].EnvironmentAsync())["HOLDFAST_SET"];
        Assert.Equal(file, (await shop[0].EnvironmentAsync())["HOLDFAST_SET"]);
        Assert.Equal((2, 0, false), await ReadAsync());

        await shop.ScaleAsync(1, Cancellation);
        Assert.Equal((1, 0, false), await ReadAsync());
        await shop.ChangeAsync(new StatefulSetInfo(shop.Set) { OrdinalStart = 5 }, Cancellation);
        Assert.Equal((1, 5, false), await ReadAsync());

        // What the API server refuses is not there either.
        await Assert.ThrowsAsync<LocalClusterException>(() => shop.ChangeAsync(new StatefulSetInfo(shop.Set) { ServiceName = "other", Replicas = 3 }, Cancellation));
        Assert.Equal((1, 5, false), await ReadAsync());
        await shop.DeleteAsync(Cancellation);
        Assert.Equal((1, 5, true), await ReadAsync());

        async Task<(int Replicas, int Start, bool IsDeleted)> ReadAsync()
        {
            using var set = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(file, Cancellation));
            System.Text.Json.JsonElement spec = set.RootElement.GetProperty("spec");
            return (
                spec.GetProperty("replicas").GetInt32(),
                spec.GetProperty("ordinals").GetProperty("start").GetInt32(),
                set.RootElement.GetProperty("metadata").TryGetProperty("deletionTimestamp", out _));
        }
    }

    [Fact]
    public async Task ClaimsOutliveScalingAndTheClusterAndGoAsRetentionSays()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast-test-");
        try
        {
            await using (LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(2))], ShopManifest.Options(folder.FullName), Cancellation))
            {
                LocalSet shop = cluster["shop"];
                await shop.ScaleAsync(1, Cancellation);
                Assert.False(shop[1].Exists);
                Assert.True(Directory.Exists(shop[1].PathOf(Members.Data)));
                await shop.ScaleAsync(2, Cancellation);
                Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(shop[1].PathOf(Members.Data), "starts"), Cancellation)).Length);
                Assert.EndsWith(Path.Combine("claims", "data-shop-1"), shop[1].PathOf(Members.Data), StringComparison.Ordinal);

                await shop.ChangeAsync(new StatefulSetInfo(shop.Set) { ClaimsWhenScaled = ClaimRetention.Delete }, Cancellation);
                await shop.ScaleAsync(1, Cancellation);
                await Members.UntilAsync(() => !Directory.Exists(shop[1].PathOf(Members.Data)), "the claim is still there");
            }

            await using LocalCluster again = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(1))], ShopManifest.Options(folder.FullName), Cancellation);
            Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(again["shop"][0].PathOf(Members.Data), "starts"), Cancellation)).Length);

            LocalClusterException error = await Assert.ThrowsAsync<LocalClusterException>(
                () => LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(1))], ShopManifest.Options(folder.FullName), Cancellation));
            Assert.Contains("another local cluster runs in it", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task ASetThatIsDeletedLeavesTheClaimsThatStay()
    {
        string yaml = ShopManifest.Yaml(2, set: "persistentVolumeClaimRetentionPolicy:\n  whenDeleted: Delete");
        await using LocalCluster cluster = await LocalCluster.StartAsync(
            [ShopManifest.App(yaml), Other(ShopManifest.Yaml(1))], ShopManifest.Options(), Cancellation);
        string claims = Path.Combine(cluster.Directory, "default", "claims");
        Assert.Equal(3, Directory.GetDirectories(claims).Length);

        await cluster["shop"].DeleteAsync(Cancellation);
        await cluster["other"].DeleteAsync(Cancellation);

        Assert.Equal(["data-other-0"], Directory.GetDirectories(claims).Select(Path.GetFileName));
        Assert.Empty(cluster["shop"].Members);
        await Assert.ThrowsAsync<LocalClusterException>(() => cluster["shop"].ScaleAsync(3, Cancellation));
    }

    [Fact]
    public async Task ApplicationsHaveEachOthersAddresses()
    {
        LocalApp other = Other(ShopManifest.Yaml(1, container: "env:\n- name: SHOP\n  value: http://shop-client/\n- name: FIRST\n  value: shop-0.shop.default:8080"));
        await using LocalCluster cluster = await LocalCluster.StartAsync(
            [other, ShopManifest.App(ShopManifest.Yaml(1, more: ShopManifest.Client))], ShopManifest.Options(), Cancellation);

        Assert.Equal(["other", "shop"], cluster.Sets.Select(set => set.Name));
        string[] written = (await File.ReadAllTextAsync(Path.Combine(cluster["other"][0].PathOf(new ClaimTemplate(new StatefulSetInfo("other"), "data", null)), "env"), Cancellation)).Split('\n');
        Assert.Equal($"http://{cluster.Find("shop-client", 80)!.Address}/", written[0]);
        Assert.Equal($"{cluster["shop"][0].EndPoint(Members.Port)}", written[1]);
    }

    [Fact]
    public async Task InitContainersRunToTheirEndFirstAndHooksWhenTheyShould()
    {
        string yaml = ShopManifest.Yaml(1, container: """
            lifecycle:
              postStart:
                exec:
                  command: [sh, -c, 'echo started >> $HOLDFAST_PATH_DATA/trace']
              preStop:
                exec:
                  command: [sh, -c, 'echo stopping >> $HOLDFAST_PATH_DATA/trace']
            """, pod: """
            initContainers:
            - name: migrate
              volumeMounts:
              - name: data
                mountPath: /data
            - name: proxy
              restartPolicy: Always
              volumeMounts:
              - name: data
                mountPath: /data
            """);
        LocalApp app = ShopManifest.App(yaml)
            .With("migrate", new LocalCommand("sh", "-c", "test -f $HOLDFAST_PATH_DATA/again || { touch $HOLDFAST_PATH_DATA/again; exit 1; }; echo migrated >> $HOLDFAST_PATH_DATA/trace"))
            .With("proxy", new LocalCommand("sh", "-c", "echo proxy >> $HOLDFAST_PATH_DATA/trace; exec sleep 1000"));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast-test-");
        try
        {
            string trace;
            await using (LocalCluster cluster = await LocalCluster.StartAsync([app], ShopManifest.Options(folder.FullName), Cancellation))
            {
                trace = Path.Combine(cluster["shop"][0].PathOf(Members.Data), "trace");
                Assert.Contains("[holdfast] init container migrate ended with 1", cluster["shop"][0].Log.Lines);
                await Members.UntilAsync(() => File.ReadAllLines(trace).Length == 3, "something has not run");
            }

            string[] lines = await File.ReadAllLinesAsync(trace, Cancellation);
            Assert.Equal("migrated", lines[0]);
            Assert.Equal(["proxy", "started"], lines[1..3].Order());
            Assert.Equal("stopping", lines[^1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Another set, of a shell that writes what it was given.</summary>
    private static LocalApp Other(string yaml) => LocalApp.FromYaml(
        yaml.Replace("name: shop\n", "name: other\n", StringComparison.Ordinal)
            .Replace("serviceName: shop", "serviceName: other", StringComparison.Ordinal)
            .Replace("app: shop\n", "app: other\n", StringComparison.Ordinal)
            .Replace("readinessProbe:\n          httpGet:\n            path: /ready\n            port: http", "readinessProbe:\n          exec:\n            command: [sh, -c, 'test -f $HOLDFAST_PATH_DATA/env']", StringComparison.Ordinal),
        new LocalCommand("sh", "-c", "printf '%s\\n' \"$SHOP\" \"$FIRST\" > $HOLDFAST_PATH_DATA/env; exec sleep 1000"));

    [Fact]
    public async Task AKilledMemberComesBackInItsPodAndADeletedOneAsAnotherPod()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(1))], ShopManifest.Options(), Cancellation);
        LocalMember member = cluster["shop"][0];
        int first = member.ProcessId!.Value;

        await member.KillAsync();
        await Members.UntilAsync(() => member is { Restarts: 1, IsReady: true }, "it has not come back");
        int second = member.ProcessId!.Value;
        Assert.NotEqual(first, second);
        Assert.False(Members.Runs(first));
        Assert.Contains(member.Log.Lines, line => line.StartsWith("[holdfast] container shop ended with", StringComparison.Ordinal));

        await member.DeleteAsync();
        await cluster.WaitUntilReadyAsync(Cancellation);
        Assert.Equal(0, member.Restarts);
        Assert.NotEqual(second, member.ProcessId);
        Assert.Contains("asked to end", member.Log.Lines);
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(member.PathOf(Members.Data), "starts"), Cancellation)).Length);
    }

    [Fact]
    public async Task AMemberThatIsStoppedIsDownUntilItIsStarted()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(1))], ShopManifest.Options(), Cancellation);
        LocalMember member = cluster["shop"][0];

        await member.StopAsync();
        Assert.Null(member.ProcessId);
        Assert.False(member.IsReady);
        await Task.Delay(300, Cancellation);
        Assert.Null(member.ProcessId);

        member.Start();
        await member.WaitUntilReadyAsync(Cancellation);
        Assert.Equal("shop-0", await member.AskAsync("/name"));
    }

    [Fact]
    public async Task WhatDoesNotEndWithinTheGracePeriodIsKilled()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(1), "stubborn")], ShopManifest.Options(), Cancellation);
        LocalMember member = cluster["shop"][0];
        int process = member.ProcessId!.Value;

        await cluster["shop"].ScaleAsync(0, Cancellation);

        Assert.False(Members.Runs(process));
        Assert.Contains("asked to end, and does not", member.Log.Lines);
        Assert.Contains(member.Log.Lines, line => line.Contains("has not ended within the grace period of 1 s and is killed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadinessDecidesWhoGoesOnAndLivenessStartsAgain()
    {
        string yaml = ShopManifest.Yaml(2, probes: """
            readinessProbe:
              httpGet:
                path: /ready
                port: http
              failureThreshold: 1
            livenessProbe:
              httpGet:
                path: /live
                port: http
              failureThreshold: 2
            startupProbe:
              tcpSocket:
                port: http
              failureThreshold: 30
            """);
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml)], ShopManifest.Options(), Cancellation);
        LocalSet shop = cluster["shop"];

        shop[0].Write("unready");
        await Members.UntilAsync(() => !shop[0].IsReady, "it is still Ready");
        Task scaling = shop.ScaleAsync(3, Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.False(shop[2].Exists);
        Assert.Equal("shop-0 to be Ready", shop.WaitsFor);
        shop[0].Delete("unready");
        await scaling;
        Assert.True(shop[2].IsReady);

        shop[1].Write("dead");
        await Members.UntilAsync(() => shop[1].Restarts > 0, "it was not started again");
        shop[1].Delete("dead");
        await shop.WaitUntilReadyAsync(Cancellation);
    }

    [Fact]
    public async Task AMemberIsAvailableOnlyWhenItHasBeenReadyForTheDeclaredTime()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        List<(string Text, TimeSpan At)> said = [];
        LocalClusterOptions options = ShopManifest.Options() with { Output = text => { lock (said) { said.Add((text, clock.Elapsed)); } } };
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(2, set: "minReadySeconds: 1"))], options, Cancellation);

        TimeSpan started = said.First(line => line.Text.StartsWith("shop-0 | listens on", StringComparison.Ordinal)).At;
        TimeSpan next = said.First(line => line.Text == "cluster | shop-1 starts").At;
        Assert.True(next - started >= TimeSpan.FromSeconds(1), $"{next - started}");
        Assert.True(clock.Elapsed - next >= TimeSpan.FromSeconds(1), "the start has not waited for shop-1");
    }

    [Fact]
    public async Task AnUpdateGoesFromTheHighestDownAndABrokenOneStaysWhereItIs()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml())], ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(6) }, Cancellation);
        LocalSet shop = cluster["shop"];
        int[] before = [.. shop.Members.Select(member => member.ProcessId!.Value)];

        await shop.ChangeAsync(new StatefulSetInfo(shop.Set) { UpdatePartition = 2 }, Cancellation);
        await shop.UpdateAsync(app => app with { Command = app.Command.With("COLOUR", "red") }, Cancellation);
        Assert.Equal("red", (await shop[2].EnvironmentAsync())["COLOUR"]);
        Assert.Equal(before[..2], shop.Members.Take(2).Select(member => member.ProcessId!.Value));

        await shop.ChangeAsync(new StatefulSetInfo(shop.Set) { UpdatePartition = 0 }, Cancellation);
        Assert.Equal("red", (await shop[0].EnvironmentAsync())["COLOUR"]);

        LocalClusterException error = await Assert.ThrowsAsync<LocalClusterException>(
            () => shop.UpdateAsync(app => app with { Command = app.Command.With("BROKEN", "1") }, Cancellation));
        Assert.Contains("shop-2: readinessProbe of container shop: GET http://", error.Message, StringComparison.Ordinal);
        Assert.Contains("answered 503", error.Message, StringComparison.Ordinal);
        Assert.Equal("shop-2 to be Ready", shop.WaitsFor);
        Assert.True(shop[0].IsReady && shop[1].IsReady);

        // As ScalePlan says: to roll back is not enough, the pod that is not Ready stays.
        await Assert.ThrowsAsync<LocalClusterException>(() => shop.RollBackAsync(Cancellation));
        await shop[2].DeleteAsync();
        await shop.WaitUntilReadyAsync(Cancellation);
        Assert.DoesNotContain("BROKEN", (await shop[2].EnvironmentAsync()).Keys);
        Assert.Equal("red", (await shop[2].EnvironmentAsync())["COLOUR"]);
    }

    [Fact]
    public async Task AFrozenMemberAnswersNothingUntilItIsThawed()
    {
        string yaml = ShopManifest.Yaml(1, probes: ShopManifest.HttpProbes + "\n  failureThreshold: 1\n  timeoutSeconds: 1");
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml)], ShopManifest.Options(), Cancellation);
        LocalMember member = cluster["shop"][0];
        int process = member.ProcessId!.Value;

        member.Freeze();
        await Members.UntilAsync(() => !member.IsReady, "it is still Ready");
        Assert.Contains("has not answered within 1 s", member.LastFailure, StringComparison.Ordinal);
        member.Thaw();
        await member.WaitUntilReadyAsync(Cancellation);

        Assert.Equal(process, member.ProcessId);
        Assert.Equal(0, member.Restarts);
    }

    [Fact]
    public async Task ParallelMembersStartAtOnceAndAllProbesAreAsked()
    {
        string yaml = ShopManifest.Yaml(3, "Parallel", probes: """
            readinessProbe:
              exec:
                command: ["sh", "-c", "test $POD_ORDINAL -ge 0"]
            """, set: "minReadySeconds: 1");
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml)], ShopManifest.Options(), Cancellation);

        Assert.All(cluster["shop"].Members, member => Assert.True(member.IsReady));
    }
}
