using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF5001: Replicas that need each other to be ready start one by one.
[StatefulApp("markets", Replicas = 3)]
[Container("markets:1.0")]
[Quorum(ReadinessNeedsPeers = true)]
public sealed partial class Markets : IOfTheShop
{
}

// HF5002: Replicas start together although the first bootstraps the cluster.
[StatefulApp("meals", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]
[Container("meals:1.0")]
[Quorum(Bootstrap = Bootstrap.FirstReplica)]
public sealed partial class Meals : IOfTheShop
{
}

// HF5003: A quorum has an even number of replicas.
[StatefulApp("meetings", Replicas = 4)]
[Container("meetings:1.0")]
[Quorum]
public sealed partial class Meetings : IOfTheShop
{
}

// HF5004: No PodDisruptionBudget covers several pods.
[StatefulApp("menus", Replicas = 3)]
[Container("menus:1.0")]
public sealed partial class Menus : ISaysWhenReady, IAsksForWhatItNeeds, IWritesToVolumesOnly
{
}

// HF5005: A PodDisruptionBudget forbids every eviction.
[StatefulApp("movies", Replicas = 3)]
[Container("movies:1.0")]
[DisruptionBudget(MinAvailable = 3)]
public sealed partial class Movies : IOfTheShop
{
}

// HF5006: A PodDisruptionBudget lets a drain take the majority.
[StatefulApp("notices", Replicas = 3)]
[Container("notices:1.0")]
[Quorum]
[DisruptionBudget(MaxUnavailable = 2)]
public sealed partial class Notices : IOfTheShop
{
}

// HF5007: A PodDisruptionBudget covers the wrong pods.
[StatefulApp("offers", Replicas = 3)]
[Container("offers:1.0")]
[DisruptionBudget(MaxUnavailable = 1)]
[Patch("{kind: PodDisruptionBudget, spec: {selector: {matchLabels: {app: offers}}}}")]
public sealed partial class Offers : IOfTheShop
{
}

// HF5008: A PodDisruptionBudget lets broken pods block a drain.
[StatefulApp("parcels", Replicas = 3)]
[Container("parcels:1.0")]
[DisruptionBudget(MaxUnavailable = 1, UnhealthyPodEvictionPolicy = UnhealthyPodEvictionPolicy.IfHealthyBudget)]
public sealed partial class Parcels : IOfTheShop
{
}

// HF5009: Nothing keeps the pods apart.
[StatefulApp("partners", Replicas = 3)]
[Container("partners:1.0")]
[NoSpread]
public sealed partial class Partners : IOfTheShop
{
}

// HF5010: A required anti-affinity needs a node or zone for each pod.
[StatefulApp("payments", Replicas = 3)]
[Container("payments:1.0")]
[AntiAffinity(Required = true)]
public sealed partial class Payments : IOfTheShop
{
}

// HF5012: Pods are killed without time to stop.
[StatefulApp("payouts", Replicas = 3, TerminationGracePeriodSeconds = 0)]
[Container("payouts:1.0")]
public sealed partial class Payouts : IOfTheShop
{
}

// HF5013: The preStop hook uses up the grace period.
[StatefulApp("phones", Replicas = 3)]
[Container("phones:1.0")]
[PreStop(SleepSeconds = 30)]
public sealed partial class Phones : IOfTheShop
{
}

// HF5014: The liveness probe repeats the readiness probe and fails no later.
[StatefulApp("photos", Replicas = 3)]
[Container("photos:1.0")]
[ReadinessProbe(HttpPath = "/health", Port = nameof(Http))]
[LivenessProbe(HttpPath = "/health", Port = nameof(Http))]
public sealed partial class Photos : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF5015: Replicas start in order, but have no readiness probe.
[StatefulApp("players", Replicas = 3)]
[Container("players:1.0")]
public sealed partial class Players : IHasBudget, IAsksForWhatItNeeds, IWritesToVolumesOnly
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF5016: A probe names a port that its container does not have.
[StatefulApp("polls", Replicas = 3)]
[Container("polls:1.0")]
[Patch("""
    spec:
      template:
        spec:
          containers:
          - name: polls
            readinessProbe: {tcpSocket: {port: htp}}
    """)]
public sealed partial class Polls : IHasBudget, IAsksForWhatItNeeds, IWritesToVolumesOnly
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF5017: A Service's port matches no container port.
[StatefulApp("posts", Replicas = 3)]
[Container("posts:1.0")]
[Patch("{kind: Service, metadata: {name: posts-front}, spec: {ports: [{port: 8080, targetPort: htp}]}}")]
public sealed partial class Posts : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService]
    public static partial Service Front { get; }
}

// HF5018: Replicas get too little time to start, or a rollout waits very long.
[StatefulApp("prices", Replicas = 3)]
[Container("prices:1.0")]
[LivenessProbe(Command = new[] { "/bin/alive" })]
public sealed partial class Prices : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF5019: Pods cannot be scheduled as specified.
[StatefulApp("products", Replicas = 3)]
[Container("products:1.0")]
[NodeAffinity("example.com/disks", NodeAffinityOperator.Gt, "many")]
public sealed partial class Products : IOfTheShop
{
}

// HF5020: A scheduling constraint counts no pods or no nodes.
[StatefulApp("programs", Replicas = 3)]
[Container("programs:1.0")]
[Spread("topology.kubernetes.io/hostname")]
public sealed partial class Programs : IOfTheShop
{
}

// HF5025: A Deployment would do.
[StatefulApp("projects", Replicas = 3)]
[Container("projects:1.0")]
[Env("AKKA__DISCOVERY__METHOD", "kubernetes-api")]
public sealed partial class Projects : IOfTheShop
{
}

// HF5026: ASP.NET Core does not listen on port 80.
[StatefulApp("proposals", Replicas = 3)]
[Container("proposals:1.0")]
[Env("ASPNETCORE_HTTP_PORTS", "8080")]
public sealed partial class Proposals : IOfTheShop
{
    [Port(80)]
    public static partial ServicePort Http { get; }

    [EmptyDir(MountPath = "/tmp")]
    public static partial Volume Temporary { get; }
}
