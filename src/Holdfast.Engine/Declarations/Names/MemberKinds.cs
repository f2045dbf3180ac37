using System.Collections.Immutable;

namespace Holdfast.Engine.Declarations.Names;

/// <summary>
/// All that a member can be, one row each. A new kind is a row here, its declaration, its reader (<c>MemberReaders</c>), its composer,
/// and a row for its class of declarations in <c>MemberTexts</c>, which writes C#.
/// </summary>
internal static class MemberKinds
{
    private const string MakeStateful = "make it a [StatefulApp]";

    private const string AnyPod = MakeStateful + ", or use [ClientService], which connects to any ready pod";

    private const string NoClients = "whose pods end with their work, so no Service leads to them";

    private const string MoveIt = "move it to the [StatefulApp] or [StatelessApp] that clients connect to";

    /// <summary>Kinds of the same type stand together, the one for the usual case first.</summary>
    public static ImmutableArray<MemberKind> All { get; } =
    [
        new(AttributeNames.Port, PropertyTypeNames.ServicePort, "[Port(8080)]")
        {
            NotInJob = Refusal.NotForJobs(NoClients, MoveIt),
        },
        new(AttributeNames.VolumeClaim, PropertyTypeNames.ClaimTemplate, "[VolumeClaim(\"10Gi\", MountPath = \"/data\")]")
        {
            NotInDeployment = Refusal.StatefulSetOnly(
                "which has no claim templates, so no pod gets its own volume",
                MakeStateful + ", or use [ExistingClaim] for one volume that all pods share, or [EmptyDir] for data that may be lost with the pod"),
            NotInJob = Refusal.StatefulSetOnly(
                "which has no claim templates, so no pod gets its own volume",
                "use [ExistingClaim] for a volume that outlasts the Job, or [EphemeralClaim] or [EmptyDir] for data that may be lost with the pod"),
        },
        new(AttributeNames.ExistingClaim, PropertyTypeNames.ExistingClaim, "[ExistingClaim(\"name\", MountPath = \"/data\")]"),
        new(AttributeNames.EmptyDir, PropertyTypeNames.Volume, "[EmptyDir(MountPath = \"/tmp\")]"),
        new(AttributeNames.ConfigMapVolume, PropertyTypeNames.Volume, "[ConfigMapVolume(\"name\", MountPath = \"/etc/config\")]"),
        new(AttributeNames.SecretVolume, PropertyTypeNames.Volume, "[SecretVolume(\"name\", MountPath = \"/etc/secret\")]"),
        new(AttributeNames.HostPath, PropertyTypeNames.Volume, "[HostPath(\"/var/log\", MountPath = \"/host/log\")]"),
        new(AttributeNames.EphemeralClaim, PropertyTypeNames.Volume, "[EphemeralClaim(\"10Gi\", MountPath = \"/scratch\")]"),
        new(AttributeNames.CsiVolume, PropertyTypeNames.Volume, "[CsiVolume(\"driver\", MountPath = \"/data\")]"),
        new(AttributeNames.NfsVolume, PropertyTypeNames.Volume, "[NfsVolume(\"server\", \"/export\", MountPath = \"/data\")]"),
        new(AttributeNames.IscsiVolume, PropertyTypeNames.Volume, "[IscsiVolume(\"10.0.2.15:3260\", \"iqn.2001-04.com.example:storage\", 0, MountPath = \"/data\")]"),
        new(AttributeNames.FcVolume, PropertyTypeNames.Volume, "[FcVolume(Wwids = new[] { \"3600508b400105e210000900000490000\" }, MountPath = \"/data\")]"),
        new(AttributeNames.ImageVolume, PropertyTypeNames.Volume, "[ImageVolume(\"example/model:1.0\", MountPath = \"/model\")]"),
        new(AttributeNames.ProjectedVolume, PropertyTypeNames.Volume, "[ProjectedVolume(MountPath = \"/etc/pod\")]"),
        new(AttributeNames.ClientService, PropertyTypeNames.Service, "[ClientService]")
        {
            NotInJob = Refusal.NotForJobs(NoClients, MoveIt),
        },
        new(AttributeNames.ReplicaService, PropertyTypeNames.ReplicaServices, "[ReplicaService]")
        {
            NotInDeployment = Refusal.StatefulSetOnly("whose pods have random names, so no Service can select one of them", AnyPod),
            NotInJob = Refusal.StatefulSetOnly(NoClients, MoveIt),
        },
        new(AttributeNames.PeerList, PropertyTypeNames.String, "[PeerList]")
        {
            NotInDeployment = Refusal.StatefulSetOnly("whose pods have random names and no DNS names", AnyPod),
            NotInJob = Refusal.StatefulSetOnly("whose pods have random names and no DNS names", "use [AddressOf] for the addresses of another application"),
        },
        new(AttributeNames.AddressOf, PropertyTypeNames.String, "[AddressOf(typeof(Orders), \"{name}\")]"),
    ];

    /// <summary>The types whose values only Holdfast makes, as code names them, with an attribute that a member of the type could have.</summary>
    public static IReadOnlyDictionary<string, string> OwnTypes { get; } = All
        .Where(static kind => kind.PropertyType != PropertyTypeNames.String)
        .GroupBy(static kind => kind.PropertyType, StringComparer.Ordinal)
        .ToDictionary(static kinds => kinds.Key, static kinds => kinds.First().Example, StringComparer.Ordinal);

    private static readonly Dictionary<string, MemberKind> ByAttribute = All.ToDictionary(static kind => kind.Attribute, StringComparer.Ordinal);

    /// <summary>The attributes with their ending and without it, as source has them.</summary>
    private static readonly HashSet<string> Written = new(
        All.SelectMany(static kind => new[] { kind.Attribute, AttributeNames.Short(kind.Attribute) }),
        StringComparer.Ordinal);

    /// <summary>What an attribute class makes of a member; null where it makes nothing of it.</summary>
    public static MemberKind? Of(string attribute) => ByAttribute.TryGetValue(attribute, out MemberKind? kind) ? kind : null;

    /// <summary>Whether a name in source could be one of the attributes.</summary>
    public static bool IsAttribute(string name) => Written.Contains(name);
}
