using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF6001: An image has no tag, or the tag latest.
[StatefulApp("profiles", Replicas = 3)]
[Container("profiles:latest")]
public sealed partial class Profiles : IOfTheShop
{
}

// HF6002: A container requests no memory or cpu.
[StatefulApp("promos", Replicas = 3)]
[Container("promos:1.0")]
public sealed partial class Promos : IHasBudget, ISaysWhenReady, IWritesToVolumesOnly
{
}

// HF6004: A secret is in the manifest in plain text.
[StatefulApp("quotes", Replicas = 3)]
[Container("quotes:1.0")]
[Env("DB_PASSWORD", "hunter2")]
public sealed partial class Quotes : IOfTheShop
{
}

// HF6005: A number is outside of its range.
[StatefulApp("ratings")]
[Container("ratings:1.0")]
public sealed partial class Ratings : IOfTheShop
{
    [Port(80800)]
    public static partial ServicePort Http { get; }
}

// HF6006: A container runs as root although its security context forbids it.
[StatefulApp("receipts")]
[Container("receipts:1.0")]
[SecurityContext(RunAsUser = 0, ReadOnlyRootFilesystem = true)]
public sealed partial class Receipts : IOfTheShop
{
}

// HF6007: Fields do not go together.
[StatefulApp("refunds")]
[Container("refunds:1.0")]
public sealed partial class Refunds : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }

    [ClientService(LoadBalancerSourceRanges = new[] { "10.0.0.0/8" })]
    public static partial Service Front { get; }
}

// HF6008: A value is not one that Kubernetes accepts.
[StatefulApp("rentals", Replicas = 3)]
[Container("rentals:1.0")]
[Env("POD_IP", FieldPath = "status.podIp")]
public sealed partial class Rentals : IOfTheShop
{
}

// HF6010: A reference names no environment variable.
[StatefulApp("reports", Replicas = 3)]
[Container("reports:1.0")]
[Env("ADVERTISED", "$(POD_NAM).reports")]
public sealed partial class Reports : IOfTheShop
{
}

// HF6011: An image name is invalid.
[StatefulApp("returns", Replicas = 3)]
[Container("Registry.example/Returns:1.4.0")]
public sealed partial class Returns : IOfTheShop
{
}

// HF6012: A container may run as root or write to its root file system.
[StatefulApp("reviews", Replicas = 3)]
[Container("reviews:1.0")]
public sealed partial class Reviews : IHasBudget, ISaysWhenReady, IAsksForWhatItNeeds
{
}

// HF6013: A variable is written as only a shell reads it.
[StatefulApp("rivers")]
[Container("rivers:1.0")]
[Env("ADVERTISED", "${POD_NAME}.rivers")]
public sealed partial class Rivers : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF6014: A command is written as only a shell reads it.
[StatefulApp("ropes")]
[Container("ropes:1.0", Command = new[] { "/app/ropes --verbose" })]
public sealed partial class Ropes : IOfTheShop
{
}

// HF6015: Permissions of files are decimal and look octal.
[StatefulApp("rocks")]
[Container("rocks:1.0")]
public sealed partial class Rocks : IOfTheShop
{
    [SecretVolume("keys", MountPath = "/keys", ReadOnly = true, DefaultMode = 400)]
    public static partial Volume Keys { get; }
}

// HF6018: .NET has no directory for temporary files.
[StatefulApp("roads", Replicas = 3)]
[Container("mcr.microsoft.com/dotnet/aspnet:7.0", Command = new[] { "dotnet", "/app/Roads.dll" })]
[SecurityContext(ReadOnlyRootFilesystem = true)]
public sealed partial class Roads : IHasBudget, ISaysWhenReady, IAsksForWhatItNeeds
{
}

// HF6019: A Java heap is as large as the memory limit.
[StatefulApp("roasts", Replicas = 3)]
[Container("roasts:1.0")]
[Env("JAVA_OPTS", "-Xmx2g")]
[Resources(CpuRequest = "500m", MemoryRequest = "2Gi", MemoryLimit = "2Gi")]
public sealed partial class Roasts : IHasBudget, ISaysWhenReady, IWritesToVolumesOnly
{
}

// HF6020: A Service's variable is a setting to the image.
[StatefulApp("routes", Replicas = 3)]
[Container("confluentinc/cp-kafka:7.6.1")]
public sealed partial class Routes : IOfTheShop
{
    [Port(9092)]
    public static partial ServicePort Broker { get; }

    [ClientService(Name = "kafka")]
    public static partial Service Front { get; }
}
