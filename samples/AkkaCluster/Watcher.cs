using Akka.Actor;
using Akka.Cluster;

namespace Holdfast.Samples.AkkaCluster;

/// <summary>Writes to the log how this node sees the cluster, each time that changes.</summary>
internal sealed class Watcher : UntypedActor, IWithTimers
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private string _last = "";

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Timers.StartPeriodicTimer(nameof(Pause), Pause, Pause);

    protected override void OnReceive(object message)
    {
        ClusterEvent.CurrentClusterState state = Cluster.Get(Context.System).State;
        string now = $"{state.Members.Count(member => member.Status == MemberStatus.Up)} are up, {state.Unreachable.Count} of them unreachable";
        if (now != _last)
        {
            _last = now;
            Console.WriteLine(now);
        }
    }
}
