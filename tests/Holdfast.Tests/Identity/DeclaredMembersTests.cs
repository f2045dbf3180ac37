namespace Holdfast.Tests.Identity;

/// <summary>What generated members give: the application's instance makes each once, and only when it is asked for.</summary>
public class DeclaredMembersTests
{
    private static readonly Dictionary<string, Func<StatefulSetInfo, object>> OfASet = new(StringComparer.Ordinal)
    {
        ["a port"] = static set => set.Port("http", 8080),
        ["a port of another number"] = static set => set.Port("http", 8081),
        ["a port of another name"] = static set => set.Port("web", 8080),
        ["a port of another protocol"] = static set => set.Port("http", 8080, PortProtocol.Udp),
        ["a port that Services offer otherwise"] = static set => set.Port("http", 8080, serviceNumber: 80),
        ["a claim template"] = static set => set.Claim("data", "/data"),
        ["a claim template that is not mounted"] = static set => set.Claim("data", null),
        ["a Service"] = static set => set.Service("orders-clients"),
        ["another Service"] = static set => set.Service("orders-admin"),
        ["Services of replicas"] = static set => set.ReplicaServices("orders-clients"),
        ["other Services of replicas"] = static set => set.ReplicaServices("orders"),
        ["a volume"] = static set => set.Volume("data", "/data"),
        ["a volume elsewhere"] = static set => set.Volume("data", "/cache"),
        ["a claim that exists"] = static set => set.ExistingClaim("data", "/data"),
        ["another claim that exists"] = static set => set.ExistingClaim("models", "/data"),
    };

    public static TheoryData<string> Members => [.. OfASet.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_IsTheSameObjectAtEachCall(string member)
    {
        var set = new StatefulSetInfo("orders", 3, "data");
        object made = OfASet[member](set);
        foreach (Func<StatefulSetInfo, object> other in OfASet.Where(other => other.Key != member).Select(static other => other.Value))
        {
            Assert.NotSame(made, other(set));
        }

        Assert.Same(made, OfASet[member](set));
        Assert.NotSame(made, OfASet[member](new StatefulSetInfo("orders", 3, "data")));
    }

    [Fact]
    public void Port_IsLikeOneOfTheConstructor()
    {
        var set = new StatefulSetInfo("orders");
        ServicePort port = set.Port("http", 8080, PortProtocol.Sctp, 80);

        Assert.Same(set, port.Workload);
        Assert.Equal(("http", 8080, PortProtocol.Sctp, 80), (port.Name, port.Number, port.Protocol, port.ServiceNumber));
        Assert.Equal((PortProtocol.Tcp, 8081), (set.Port("web", 8081).Protocol, set.Port("web", 8081).ServiceNumber));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => set.Port("http", 0));
        Assert.Throws<ArgumentOutOfRangeException>("serviceNumber", () => set.Port("http", 8080, serviceNumber: 0));
    }

    [Fact]
    public void Copy_HasItsOwnMembers()
    {
        var set = new StatefulSetInfo("orders", 3, "data");
        ServicePort port = set.Port("http", 8080);
        StatefulSetInfo copy = set.In("shop");

        Assert.Null(port.Workload.Namespace);
        Assert.Same(copy, copy.Port("http", 8080).Workload);
        Assert.Same(copy, copy.Claim("data", "/data").Set);
        Assert.Equal(set, new StatefulSetInfo("orders", 3, "data"));
    }

    [Fact]
    public void JobsHaveVolumesToo()
    {
        var job = new JobInfo("orders-1");
        var cron = new CronJobInfo("orders");

        Assert.Same(job.Volume("tmp", "/tmp"), job.Volume("tmp", "/tmp"));
        Assert.Same(job.ExistingClaim("models", null), job.ExistingClaim("models", null));
        Assert.Same(cron.Volume("tmp", "/tmp"), cron.Volume("tmp", "/tmp"));
        Assert.Same(cron.ExistingClaim("models", null), cron.ExistingClaim("models", null));
        Assert.Equal("/tmp", job.Volume("tmp", "/tmp").MountPath);
        Assert.Equal("models", cron.ExistingClaim("models", null).ClaimName);
    }

    [Fact]
    public void Threads_GetTheSameObjects()
    {
        const int Names = 50;
        const int Threads = 8;
        var set = new StatefulSetInfo("orders");
        using var start = new Barrier(Threads);
        var made = new Service[Threads, Names];
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
            {
                start.SignalAndWait();
                for (int name = 0; name < Names; name++)
                {
                    made[thread, name] = set.Service($"orders-{name}");
                }
            })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        Assert.All(Enumerable.Range(0, Names), name => Assert.All(Enumerable.Range(0, Threads), thread => Assert.Same(made[0, name], made[thread, name])));
    }

    [Fact]
    public void AskingAgain_AllocatesNothing()
    {
        var set = new StatefulSetInfo("orders", 3, "data");
        Ask();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask()
        {
            _ = set.Port("http", 8080);
            _ = set.Claim("data", "/data");
            _ = set.Service("orders-clients");
            _ = set.Volume("tmp", "/tmp");
        }
    }
}
