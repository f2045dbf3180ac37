using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF2001: The StatefulSet's name is too long for its controller.
[StatefulApp("the-order-service-of-the-european-web-shop-in-production")]
[Container("contacts:1.0")]
public sealed partial class Contacts : IOfTheShop
{
}

// HF2002: The StatefulSet's name is not a DNS label.
[StatefulApp("Order_Service")]
[Container("contracts:1.0")]
public sealed partial class Contracts : IOfTheShop
{
}

// HF2003: A name has a form that Kubernetes refuses.
[StatefulApp("coupons")]
[Container("coupons:1.0")]
public sealed partial class Coupons : IOfTheShop
{
    [Port(9090)]
    public static partial ServicePort PrometheusMetrics { get; }
}

// HF2010: With host networking the host name is that of the node.
[StatefulApp("courses", Replicas = 3)]
[Container("courses:1.0")]
[HostNamespaces(Network = true)]
[Env("NODE_ID", "$(HOSTNAME)")]
public sealed partial class Courses : IOfTheShop
{
}

// HF2011: A pod name comes before the first ordinal.
[StatefulApp("credits", Replicas = 3, OrdinalStart = 5)]
[Container("credits:1.0")]
[Env("SEED", "credits-0.credits")]
public sealed partial class Credits : IOfTheShop
{
}

// HF2012: An SRV name matches no port of its Service.
[StatefulApp("customers", Replicas = 3)]
[Container("customers:1.0")]
[Env("DISCOVERY", "_peers._tcp.customers")]
public sealed partial class Customers : IOfTheShop
{
    [Port(2380)]
    public static partial ServicePort Peer { get; }
}

// HF2015: Two items have the same name.
[StatefulApp("deals")]
[Container("deals:1.0")]
public sealed partial class Deals : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    [VolumeClaim("5Gi", Name = "data", MountPath = "/log")]
    public static partial ClaimTemplate Log { get; }
}

// HF2016: A label or annotation has a form that Kubernetes refuses.
[StatefulApp("deliveries")]
[Container("deliveries:1.0")]
[Label("owner", "Team Deliveries <deliveries@example.com>")]
public sealed partial class Deliveries : IOfTheShop
{
}

// HF2017: A value has the wrong form.
[StatefulApp("deposits")]
[Container("deposits:1.0")]
[NetworkPolicy(ClientCidrs = new[] { "10.0.0.1/8" })]
public sealed partial class Deposits : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService]
    public static partial Service Front { get; }
}

// HF2019: The last ordinals exceed 32 bits.
[StatefulApp("devices", Replicas = 3, OrdinalStart = 2147483645)]
[Container("devices:1.0")]
public sealed partial class Devices : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF2020: A value is not one that Kubernetes knows.
[StatefulApp("discounts", Replicas = 3)]
[Container("discounts:1.0")]
[Patch("""
    kind: Service
    metadata:
      name: discounts
    spec:
      internalTrafficPolicy: local
    """)]
public sealed partial class Discounts : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}
