using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF1001: Pod names are used but no Service governs the StatefulSet.
[StatefulApp("accounts", Replicas = 3, ServiceName = "")]
[Container("accounts:1.0")]
public sealed partial class Accounts : IOfTheShop
{
    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }
}

// HF1002: The governing Service is not declared.
[StatefulApp("alerts", Replicas = 3, ServiceName = "alerts-peers")]
[Container("alerts:1.0")]
public sealed partial class Alerts : IOfTheShop
{
    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }
}

// HF1003: The governing Service is not headless.
[StatefulApp("articles", Replicas = 3, ServiceName = "articles-clients")]
[Container("articles:1.0")]
public sealed partial class Articles : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService]
    public static partial Service Clients { get; }

    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }
}

// HF1004: The governing Service is in another namespace.
[StatefulApp("auctions", Replicas = 3)]
[Container("auctions:1.0")]
[Patch("""
    kind: StatefulSet
    metadata:
      namespace: shop
    ---
    kind: Service
    metadata:
      name: auctions
      namespace: data
    """)]
public sealed partial class Auctions : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }
}

// HF1005: The governing Service selects other pods.
[StatefulApp("badges", Replicas = 3)]
[Container("badges:1.0")]
[Patch("""
    kind: Service
    metadata:
      name: badges
    spec:
      selector:
        tier: backend
    """)]
public sealed partial class Badges : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }
}

// HF1006: A workload does not select its own pods.
[StatefulApp("baskets", Replicas = 3)]
[Container("baskets:1.0")]
[Patch("""
    spec:
      template:
        metadata:
          labels:
            app.kubernetes.io/name: baskets-v2
    """)]
public sealed partial class Baskets : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF1007: Two workloads select the same pods.
[StatefulApp("orders", Replicas = 3)]
[Container("orders:1.0")]
public sealed partial class Orders : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

[StatefulApp("orders", Replicas = 2)]
[Container("old-orders:1.0")]
public sealed partial class OldOrders : IOfTheShop
{
    [Port(8081)]
    public static partial ServicePort Http { get; }
}

// HF1008: A headless Service has settings that need a cluster IP.
[StatefulApp("bills", Replicas = 3)]
[Container("bills:1.0")]
[Patch("""
    kind: Service
    metadata:
      name: bills
    spec:
      sessionAffinity: ClientIP
    """)]
public sealed partial class Bills : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF1009: A Service of this type cannot govern a StatefulSet.
[StatefulApp("bookings", Replicas = 3, ServiceName = "bookings-clients")]
[Container("bookings:1.0")]
public sealed partial class Bookings : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService(Type = ServiceType.LoadBalancer)]
    public static partial Service Clients { get; }
}

// HF1010: A label that changes is in a field that cannot change.
[StatefulApp("brands", Replicas = 3)]
[Container("brands:1.0")]
[Label("app.kubernetes.io/version", "1.4.2", On = ManifestTargets.Pods | ManifestTargets.Claims)]
public sealed partial class Brands : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF1011: The controller overwrites a value of the pod template.
[StatefulApp("campaigns", Replicas = 3)]
[Container("campaigns:1.0")]
[Label("apps.kubernetes.io/pod-index", "0")]
public sealed partial class Campaigns : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF1012: Replicas are not in DNS before they are ready.
[StatefulApp("carts", Replicas = 3)]
[Container("carts:1.0")]
[HeadlessService(PublishNotReadyAddresses = false)]
public sealed partial class Carts : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }
}

// HF1013: Clients connect to replicas that are not ready.
[StatefulApp("catalogs", Replicas = 3)]
[Container("catalogs:1.0")]
public sealed partial class Catalogs : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService(PublishNotReadyAddresses = true)]
    public static partial Service Clients { get; }
}

// HF1014: An annotation that publishes unready addresses has no effect.
[StatefulApp("charges", Replicas = 3)]
[Container("charges:1.0")]
[HeadlessService(PublishNotReadyAddresses = false)]
[Annotation("service.alpha.kubernetes.io/tolerate-unready-endpoints", "true", On = ManifestTargets.HeadlessService)]
public sealed partial class Charges : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF1015: A Service has no port.
[StatefulApp("comments", Replicas = 3)]
[Container("comments:1.0")]
public sealed partial class Comments : IOfTheShop
{
    [ClientService]
    public static partial Service Clients { get; }
}

// HF1016: A selector matches no pods.
[StatefulApp("companies", Replicas = 3)]
[Container("companies:1.0")]
[Patch("{kind: Service, metadata: {name: companies-front}, spec: {selector: {app.kubernetes.io/name: companie}}}")]
public sealed partial class Companies : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService]
    public static partial Service Front { get; }
}

// HF1018: A role grants nothing for a resource or verb that it names.
[StatefulApp("concerts", Replicas = 3)]
[Container("concerts:1.0")]
[Allow("read", "pods")]
public sealed partial class Concerts : IOfTheShop
{
}

// HF1019: An init container waits for its own pods.
[StatefulApp("docks", Replicas = 3)]
[Container("docks:1.0")]
public sealed partial class Docks : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [InitContainer("busybox:1.36", Command = new[] { "sh", "-c", "until nc -z docks 8080; do sleep 2; done" })]
    public static partial class Wait
    {
    }
}

// HF1020: A host name is not that of a Service.
[StatelessApp("duties", Replicas = 2)]
[Container("duties:1.0")]
[Env("SELF", "http://duties:8080")]
public sealed partial class Duties : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService]
    public static partial Service Front { get; }
}
