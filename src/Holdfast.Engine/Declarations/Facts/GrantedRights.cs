using System.Collections.Immutable;

namespace Holdfast.Engine.Declarations.Facts;

/// <summary>What presets of <c>[Allow]</c> grant, as the libraries document it; <c>ClientRights</c> has the sources.</summary>
/// <param name="Group">The API group.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Verbs">The verbs.</param>
internal sealed record GrantedRights(string Group, string Resource, ImmutableArray<string> Verbs)
{
    public const string Orleans = "Orleans";

    public const string AkkaManagement = "AkkaManagement";

    public const string AkkaLease = "AkkaLease";

    public const string ProtoActor = "ProtoActor";

    public const string ScaleIn = "ScaleIn";

    /// <summary>Whether it is for the object with the application's name alone.</summary>
    public bool IsOfOwnName { get; init; }

    /// <summary>What a preset grants, by the name of its enum's member; null for a number that has none.</summary>
    public static GrantedRights? Of(string preset) => preset switch
    {
        Orleans => new(string.Empty, "pods", ["get", "watch", "list", "delete", "patch"]),
        AkkaManagement => new(string.Empty, "pods", ["get", "watch", "list"]),
        AkkaLease => new("akka.io", "leases", ["get", "create", "update", "list"]),
        ProtoActor => new(string.Empty, "pods", ["get", "list", "watch", "patch"]),
        ScaleIn => new("apps", "statefulsets", ["get"]) { IsOfOwnName = true },
        _ => null,
    };
}
