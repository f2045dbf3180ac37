using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF9001: An application must be a partial class.
[StatefulApp("rewards")]
[Container("rewards:1.0")]
public sealed class Rewards : IOfTheShop
{
}

// HF9002: A declared member must be a static partial property of the right type.
[StatefulApp("rides")]
[Container("rides:1.0")]
public sealed partial class Rides : IOfTheShop
{
    [Port(8080)]
    public static int Http => 8080;
}

// HF9003: A peer list's text cannot be read.
[StatefulApp("rooms", Replicas = 3)]
[Container("rooms:1.0")]
public sealed partial class Rooms : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [PeerList(Env = "PEERS", Each = "{hots}:{Http}")]
    public static partial string Peers { get; }
}

// HF9004: The name of a member that declares a port is expected.
[StatefulApp("routes")]
[Container("routes:1.0")]
[ReadinessProbe(HttpPath = "/ready", Port = "http")]
public sealed partial class Routes : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF9006: An application needs an attribute for each part.
[StatefulApp("salaries")]
public sealed partial class Salaries : IOfTheShop
{
}

// HF9007: The cluster domain is not a DNS name.
[StatefulApp("sales", Namespace = "shop", ClusterDomain = "Corp.Example.")]
[Container("sales:1.0")]
public sealed partial class Sales : IOfTheShop
{
}

// HF9008: A patch cannot be read.
[StatefulApp("scores")]
[Container("scores:1.0")]
[Patch("""
    kind: Deployment
    spec:
      minReadySeconds: 10
    """)]
public sealed partial class Scores : IOfTheShop
{
}

// HF9009: A patch or manifest names a field that does not exist.
[StatefulApp("seats")]
[Container("seats:1.0")]
[Patch("""
    spec:
      template:
        spec:
          terminationGracePeriod: 120
    """)]
public sealed partial class Seats : IOfTheShop
{
}

// HF9010: A patch or manifest has a value of the wrong type.
[StatefulApp("sellers")]
[Container("sellers:1.0")]
[Patch("""
    metadata:
      annotations:
        example.com/port: 8080
    """)]
public sealed partial class Sellers : IOfTheShop
{
}

// HF9011: The name of a member that declares a volume is expected.
[StatefulApp("shipments")]
[Container("shipments:1.0")]
public sealed partial class Shipments : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    [InitContainer("busybox:1.37", Command = new[] { "ls", "/data" })]
    [Mount("data", "/data")]
    public static partial class Look
    {
    }
}

// HF9012: A patch contradicts what code knows.
[StatefulApp("shops", Replicas = 3)]
[Container("shops:1.0")]
[Patch("spec: {replicas: 5}")]
public sealed partial class Shops : IOfTheShop
{
}

// HF9013: Only a StatefulSet can have this.
[StatelessApp("stalls", Replicas = 2)]
[Container("stalls:1.0")]
public sealed partial class Stalls : IOfTheShop
{
    [VolumeClaim("1Gi", MountPath = "/cache")]
    public static partial ClaimTemplate Cache { get; }
}

// HF9014: A type is one application.
[StatefulApp("stocks", Replicas = 3)]
[StatelessApp("stocks-web", Replicas = 2)]
[Container("stocks:1.0")]
public sealed partial class Stocks : IOfTheShop
{
}

// HF9015: The address of another application cannot be generated.
[StatefulApp("subscribers")]
[Container("subscribers:17")]
public sealed partial class Subscribers : IOfTheShop
{
    [Port(5432)]
    public static partial ServicePort Sql { get; }

    [ClientService]
    public static partial Service Primary { get; }
}

[StatelessApp("suppliers", Replicas = 2)]
[Container("suppliers:1.0")]
public sealed partial class Suppliers : IOfTheShop
{
    [AddressOf(typeof(Subscribers), "subscribers://{Primry:Sql}/suppliers", Env = "DATABASE_URL")]
    public static partial string Database { get; }
}

// HF9016: An attribute is for the same environment as another, or for environments only.
[StatefulApp("surveys", Replicas = 3)]
[StatefulApp("surveys", Replicas = 1, Environment = "staging")]
[StatefulApp("surveys", Replicas = 2, Environment = "staging")]
[Container("surveys:1.0")]
public sealed partial class Surveys : IOfTheShop
{
}

// HF9017: A property of the build has a value that cannot be used.
[StatefulApp("wishes")]
[Container("wishes:1.0")]
public sealed partial class Wishes : IOfTheShop
{
}

// HF9018: Declarations of an interface or base class cannot be used.
[Label("example.com/team", "shop")]
public interface IOfTheShop<T>
{
}

[StatefulApp("tasks")]
[Container("tasks:1.0")]
public sealed partial class Tasks : IOfTheShop<int>, IOfTheShop
{
}

// HF9019: A property of the build names what no declaration has.
[StatefulApp("taxes", Replicas = 3)]
[StatefulApp("taxes", Replicas = 1, Environment = "staging")]
[Container("taxes:1.0")]
public sealed partial class Taxes : IOfTheShop
{
}

// HF9020: The text of a config file or entry is missing.
[StatefulApp("tenders")]
[Container("tenders:1.0")]
[ConfigFile("/etc/tenders.conf", File = "conf/order.conf")]
public sealed partial class Tenders : IOfTheShop
{
}

// HF9021: A config file is not text.
[StatefulApp("tickets")]
[Container("tickets:1.0")]
[ConfigFile("/etc/logo.png", File = "conf/logo.png")]
public sealed partial class Tickets : IOfTheShop
{
}

// HF9022: A ConfigMap or Secret is too large.
[StatefulApp("searches")]
[Container("searches:1.0")]
public sealed partial class Searches : IOfTheShop
{
    private const string Row = "0123456789012345678901234567890123456789012345678901234567890123";
    private const string Rows = Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row;
    private const string Page = Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows;
    private const string Book = Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page;

    [ConfigFile("/usr/share/dictionary.txt")]
    private const string Dictionary = Book + Book + Book + Book + Row;
}

// HF9023: The type of a declared application is expected.
[StatefulApp("trades")]
[Container("trades:1.0")]
[PodAffinity(typeof(Trips))]
public sealed partial class Trades : IOfTheShop
{
}

public sealed class Trips : IOfTheShop
{
}

// HF9024: Arguments contradict each other.
[StatefulApp("vendors", Replicas = 1)]
[Container("vendors:1.0")]
[Autoscaler(3, 5)]
public sealed partial class Vendors : IOfTheShop
{
}

// HF9025: An autoscaler has no resource request to measure against.
[StatefulApp("venues")]
[Container("venues:1.0")]
[Autoscaler(3, 5)]
public sealed partial class Venues : IHasBudget, ISaysWhenReady, IWritesToVolumesOnly
{
}

// HF9026: Attributes are on a type that cannot have them.
[StatefulApp("visits")]
[Container("visits:1.0")]
public sealed partial class Visits : IOfTheShop
{
    [Env("LOG_LEVEL", "debug")]
    public static class Proxy
    {
    }
}

// HF9033: The API group of a resource is not known.
[StatefulApp("vouchers")]
[Container("vouchers:1.0")]
[Allow("get", "silos")]
public sealed partial class Vouchers : IOfTheShop
{
}

// HF9027: A variable that PodIdentity reads has another value.
[StatefulApp("voyages")]
[Container("voyages:1.0")]
[Env("POD_NAME", "voyages")]
public sealed partial class Voyages : IOfTheShop
{
}

// HF9029: A placeholder of a text stands for nothing.
[StatefulApp("wagons")]
[Container("wagons:1.0")]
[Env("ASPNETCORE_URLS", "http://+:{Htp}", Braces = 1)]
public sealed partial class Wagons : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF9041: An application cannot start after this.
[StatelessApp("wains", Replicas = 1)]
[Container("wains:1.0")]
[After(typeof(WainMigrations), WaitImage = "curlimages/curl:8.11.1")]
public sealed partial class Wains : IOfTheShop
{
}

// HF9042: Nothing waits for a Job.
[StatelessApp("wallets", Replicas = 1, Namespace = "shop")]
[Container("wallets:1.0")]
[After(typeof(WalletMigrations))]
public sealed partial class Wallets : IOfTheShop
{
}

[RunOnce("wain-migrations", Namespace = "shop")]
[Container("wains:1.0")]
public sealed partial class WainMigrations : IAsksForWhatItNeeds, IWritesToVolumesOnly
{
}

[RunOnce("wallet-migrations", Namespace = "shop")]
[Container("wallets:1.0")]
public sealed partial class WalletMigrations : IAsksForWhatItNeeds, IWritesToVolumesOnly
{
}

// HF9036: Further objects cannot be in the manifest.
[StatefulApp("wardens")]
[Container("wardens:1.0")]
[Manifest("{kind: LimitRange, metadata: {name: wardens}}")]
public sealed partial class Wardens : IOfTheShop
{
}

// HF9037: A route or monitor has no target.
[StatefulApp("wares")]
[Container("wares:1.0")]
public sealed partial class Wares : IOfTheShop
{
    [Port(8080)] public static partial ServicePort Http { get; }
    [Port(9090)] public static partial ServicePort Metrics { get; }
    [ClientService, Ingress("wares.example.com")] public static partial Service Web { get; }
}
