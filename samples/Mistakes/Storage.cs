using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF3001: All replicas of a StatefulSet share one PersistentVolumeClaim.
[StatefulApp("drafts", Replicas = 3)]
[Container("drafts:1.0")]
public sealed partial class Drafts : IOfTheShop
{
    [ExistingClaim("drafts-data", MountPath = "/data")]
    public static partial ExistingClaim Data { get; }
}

// HF3004: Several workloads or replicas share one PersistentVolumeClaim.
[StatefulApp("drivers")]
[Container("drivers:1.0")]
public sealed partial class Drivers : IOfTheShop
{
    [ExistingClaim("shared", MountPath = "/data")]
    public static partial ExistingClaim Data { get; }
}

[StatefulApp("exports")]
[Container("exports:1.0")]
public sealed partial class Exports : IOfTheShop
{
    [ExistingClaim("shared", MountPath = "/data")]
    public static partial ExistingClaim Data { get; }
}

// HF3005: A claim template is mounted by no container.
[StatefulApp("fleets", Replicas = 3)]
[Container("fleets:1.0")]
public sealed partial class Fleets : IOfTheShop
{
    [VolumeClaim("10Gi")]
    public static partial ClaimTemplate Data { get; }
}

// HF3006: A mount names no volume.
[StatefulApp("flights", Replicas = 3)]
[Container("flights:1.0")]
[Patch("""
    spec:
      template:
        spec:
          containers:
          - name: flights
            volumeMounts:
            - name: cache
              mountPath: /cache
    """)]
public sealed partial class Flights : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3007: A claim template cannot give each replica a volume.
[StatefulApp("forms", Replicas = 3)]
[Container("forms:1.0")]
[Patch("""
    spec:
      volumeClaimTemplates:
      - metadata:
          name: data
        spec:
          volumeName: disk-1
    """)]
public sealed partial class Forms : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3008: A quantity is invalid or cannot be intended.
[StatefulApp("games")]
[Container("games:1.0")]
public sealed partial class Games : IOfTheShop
{
    [VolumeClaim("10GB", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3009: Another access mode fits better.
[StatefulApp("gifts", Replicas = 3)]
[Container("gifts:1.0")]
public sealed partial class Gifts : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data", AccessMode = AccessMode.ReadWriteOnce)]
    public static partial ClaimTemplate Data { get; }
}

// HF3010: Persistent data is lost with the pod.
[StatefulApp("grades", Replicas = 3)]
[Container("grades:1.0")]
[ClaimRetention(WhenDeleted = ClaimRetention.Retain)]
public sealed partial class Grades : IOfTheShop
{
    [EmptyDir(MountPath = "/data")]
    public static partial Volume Data { get; }
}

// HF3011: Scaling down destroys data.
[StatefulApp("guests", Replicas = 3)]
[Container("guests:1.0")]
[ClaimRetention(WhenScaled = ClaimRetention.Delete)]
public sealed partial class Guests : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3012: Deleting the StatefulSet destroys data.
[StatefulApp("hotels", Replicas = 3)]
[Container("hotels:1.0")]
[ClaimRetention(WhenDeleted = ClaimRetention.Delete)]
public sealed partial class Hotels : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3013: A new volume may belong to root.
[StatefulApp("imports", Replicas = 3)]
[Container("imports:1.0")]
[Patch("""
    spec:
      template:
        spec:
          securityContext:
            runAsUser: 1000
            fsGroup: null
    """)]
public sealed partial class Imports : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3014: A storage class may mean something else.
[StatefulApp("invoices", Replicas = 3)]
[Container("invoices:1.0")]
public sealed partial class Invoices : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data", StorageClass = "")]
    public static partial ClaimTemplate Data { get; }
}

// HF3015: A mount hides another one or breaks a database.
[StatefulApp("items", Replicas = 3)]
[Container("postgres:17.2")]
public sealed partial class Items : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/var/lib/postgresql/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3016: A volume is used in a way that its mode does not allow.
[StatefulApp("journals")]
[Container("journals:1.0")]
public sealed partial class Journals : IOfTheShop
{
    [VolumeClaim("10Gi", DevicePath = "/dev/data", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}

// HF3017: Annotations are too long for the API server.
[StatefulApp("leads", Replicas = 3)]
[Container("leads:1.0")]
[Annotation("example.com/table", Book, On = ManifestTargets.Workload)]
public sealed partial class Leads : IOfTheShop
{
    private const string Row = "0123456789012345678901234567890123456789012345678901234567890123";
    private const string Rows = Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row + Row;
    private const string Page = Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows + Rows;
    private const string Book = Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page;
}

// HF3018: A path of a volume has a form that Kubernetes refuses.
[StatefulApp("lessons", Replicas = 3)]
[Container("lessons:1.0")]
public sealed partial class Lessons : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data", SubPath = "/db")]
    public static partial ClaimTemplate Data { get; }
}

// HF3019: A data source has no API group.
[StatefulApp("letters", Replicas = 3)]
[Container("letters:1.0")]
public sealed partial class Letters : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data", DataSource = "backup", DataSourceKind = "VolumeSnapshot")]
    public static partial ClaimTemplate Data { get; }
}

// HF3020: A claim is mounted where the image does not keep its data.
[StatefulApp("letterings", Replicas = 3)]
[Container("postgres:16.4")]
public sealed partial class Letterings : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/var/lib/postgresql")]
    public static partial ClaimTemplate Data { get; }
}
