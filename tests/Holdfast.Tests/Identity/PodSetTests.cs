namespace Holdfast.Tests.Identity;

public class PodSetTests
{
    private static readonly StatefulSetInfo FromFive = new("w") { OrdinalStart = 5, Replicas = 3 };

    [Fact]
    public void IndexIsThePositionAndNotTheOrdinal()
    {
        Assert.Equal("w-5", FromFive.Pods[0].Name);
        Assert.Equal("w-7", FromFive.Pods[2].Name);
        Assert.Equal(5, FromFive.Pods[0].Ordinal);
        Assert.Equal(2, FromFive.Pods[2].Index);
        Assert.Equal("w-6", FromFive.Pods.WithOrdinal(6).Name);
        Assert.Equal(["w-5", "w-6", "w-7"], FromFive.Pods.Select(pod => pod.Name));
    }

    [Fact]
    public void FirstAndLastAreTheLowestAndTheHighestOrdinal()
    {
        Assert.Equal("w-5", FromFive.Pods.First.ToString());
        Assert.Equal("w-7", FromFive.Pods.Last.ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(5)]
    public void IndexBeyondTheSetNamesTheSetAndItsMembers(int index)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>("index", () => FromFive.Pods[index]).Message;

        Assert.Contains("\"w\" has 3 replicas, w-5 to w-7", message, StringComparison.Ordinal);
        Assert.Contains($"none at position {index}, counted from 0", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(-1)]
    public void OrdinalBeyondTheSetNamesTheSetAndItsMembers(int ordinal)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>("ordinal", () => FromFive.Pods.WithOrdinal(ordinal)).Message;

        Assert.Contains("\"w\" has 3 replicas, w-5 to w-7", message, StringComparison.Ordinal);
        Assert.Contains($"none with ordinal {ordinal}", message, StringComparison.Ordinal);
        Assert.Contains("WithReplicas", message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetWithoutReplicasHasNoPods()
    {
        PodSet empty = FromFive.Pods.WithReplicas(0);

        Assert.Empty(empty);
        Assert.Contains("\"w\" has no replicas", Assert.Throws<InvalidOperationException>(() => empty.First).Message, StringComparison.Ordinal);
        Assert.Contains("\"w\" has no replicas", Assert.Throws<InvalidOperationException>(() => empty.Last).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExceptLeavesOneOut()
    {
        PodSet others = ZooKeeper.Pods.Except(ZooKeeper.Pods[1]);

        Assert.Equal(["zookeeper-0", "zookeeper-2"], others.Select(pod => pod.Name));
        Assert.Equal(2, others.Count);
        Assert.Equal("zookeeper-2", others[1].Name);
        Assert.Equal("zookeeper-0, zookeeper-2", others.ToString());
        Assert.DoesNotContain(others, pod => pod.Ordinal == 1);
        Assert.False(others.Contains(ZooKeeper.Pods[1]));
        Assert.Contains(
            "all but zookeeper-1",
            Assert.Throws<ArgumentOutOfRangeException>(() => others.WithOrdinal(1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsLeftOutStaysLeftOut()
    {
        PodSet others = ZooKeeper.Pods.Except(ZooKeeper.Pods[0]).Except(ZooKeeper.Pods[0]).Except(ZooKeeper.Pods[2]);

        Assert.Equal(["zookeeper-1"], others.Select(pod => pod.Name));
        Assert.Equal(["zookeeper-1", "zookeeper-3", "zookeeper-4"], others.WithReplicas(5).Select(pod => pod.Name));
        Assert.Equal(["zookeeper-1.zookeeper.shop.svc.cluster.local"], others.In("shop").Select(pod => pod.HostName));
        Assert.Empty(others.WithReplicas(1));
    }

    [Fact]
    public void PodBeyondTheLastCanBeLeftOutToo()
    {
        PodSet others = ZooKeeper.Pods.Except(ZooKeeper.Pods.WithReplicas(5)[4]);

        Assert.Equal(3, others.Count);
        Assert.Equal(4, others.WithReplicas(5).Count);
    }

    [Fact]
    public void ExceptFindsOneselfWhateverHasBeenLearnt()
    {
        PodIdentity self = PodIdentity.Of(ZooKeeper.Pods.In("shop")[1]);

        Assert.Equal(["zookeeper-0.zookeeper", "zookeeper-2.zookeeper"], ZooKeeper.Pods.Except(self).Select(pod => pod.HostName));
    }

    [Fact]
    public void ContainsComparesWhatIsKnownOnBothSides()
    {
        Assert.True(ZooKeeper.Pods.Contains(ZooKeeper.Pods.In("shop")[1]));
        Assert.True(ZooKeeper.Pods.In("shop").Contains(ZooKeeper.Pods[1]));
        Assert.False(ZooKeeper.Pods.In("shop").Contains(ZooKeeper.Pods.In("test")[1]));
        Assert.False(ZooKeeper.Pods.Contains(ZooKeeper.Pods.WithReplicas(5)[3]));
        Assert.False(ZooKeeper.Pods.Contains(FromFive.Pods[0]));
    }

    [Fact]
    public void PodsOfOtherSetsAreRefused()
    {
        StatefulSetInfo kafka = new("kafka");
        Func<object>[] mistakes =
        [
            () => ZooKeeper.Pods.Except(kafka.Pods[0]),
            () => ZooKeeper.Client.On(kafka.Pods[0]),
            () => ZooKeeper.Client.On(new Service(kafka, "kafka-clients")),
            () => ZooKeeper.Data.ClaimName(kafka.Pods[0]),
        ];

        Assert.All(mistakes, mistake =>
        {
            string message = Assert.Throws<ArgumentException>(mistake).Message;
            Assert.Contains("belongs to StatefulSet \"zookeeper\"", message, StringComparison.Ordinal);
            Assert.Contains("belongs to StatefulSet \"kafka\"", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void PodsOfOtherNamespacesAreRefused()
    {
        string message = Assert.Throws<ArgumentException>(() => ZooKeeper.Client.In("shop").On(ZooKeeper.Pods.In("test")[0])).Message;

        Assert.Contains("\"zookeeper\" in namespace \"shop\"", message, StringComparison.Ordinal);
        Assert.Contains("\"zookeeper\" in namespace \"test\"", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ZooKeeper.Client.In("shop", "a.example").On(ZooKeeper.Pods.In("shop", "b.example")[0]));
    }

    [Fact]
    public void PodsAreEqualWhenTheirNamesAre()
    {
        Pod pod = ZooKeeper.Pods[1];

        Assert.Equal(pod, ZooKeeper.Pods.WithOrdinal(1));
        Assert.Equal(pod, ZooKeeper.Pods.WithReplicas(7)[1]);
        Assert.Equal(pod.GetHashCode(), ZooKeeper.Pods.WithReplicas(7)[1].GetHashCode());
        Assert.True(pod == ZooKeeper.Pods.Except(ZooKeeper.Pods[0])[0]);
        Assert.True(pod != ZooKeeper.Pods[2]);
        Assert.NotEqual(pod, ZooKeeper.Pods.In("shop")[1]);
        Assert.NotEqual(ZooKeeper.Pods.In("test")[1], ZooKeeper.Pods.In("shop")[1]);
        Assert.NotEqual(new StatefulSetInfo("a").Pods[0], new StatefulSetInfo("b").Pods[0]);
        Assert.False(pod.Equals(null));
    }

    [Fact]
    public void HugeSetsCostNothing()
    {
        PodSet pods = new StatefulSetInfo("w") { Replicas = int.MaxValue }.Pods;

        Assert.Equal("w-2147483646", pods.Last.Name);
        Assert.Equal(int.MaxValue - 1, pods.Except(pods.First).Count);
    }
}
