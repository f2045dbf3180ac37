using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>
/// Types of objects that are written wrongly. The API server knows no such type and refuses the object; rules would pass over it
/// without a warning, since a custom resource may be called anything.
/// </summary>
internal static class ObjectTypes
{
    /// <summary>Served as well as the version that the table has.</summary>
    private const string OlderAutoscaling = "autoscaling/v1";

    /// <summary>What Kubernetes' own groups end with, apart from the oldest, which are one word.</summary>
    private const string OwnSuffix = ".k8s.io";

    private static readonly ILookup<string, string> KindsByVersion = FieldTable.Objects.ToLookup(static type => type.ApiVersion, static type => type.Kind, StringComparer.Ordinal);

    private static readonly ILookup<string, string> VersionsByKind = FieldTable.Objects.ToLookup(static type => type.Kind, static type => type.ApiVersion, StringComparer.Ordinal);

    /// <summary>Which field is wrong, and what was meant; null where the type is right, or may be one of an extension.</summary>
    public static (ScalarNode Value, string Field, string Meant)? Mistake(MappingNode node)
    {
        if (node["apiVersion"] is not ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 } version } versionNode
            || node["kind"] is not ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 } kind } kindNode
            || FieldTable.Knows(node)
            || version == OlderAutoscaling
            || RemovedApis.Successor(version, kind) is not null)
        {
            return null;
        }

        if (KindsByVersion.Contains(version) && NearestKind(kind, KindsByVersion[version]) is { } meant)
        {
            return (kindNode, "kind", meant);
        }

        return VersionsByKind.Contains(kind) && MeantVersion(version, VersionsByKind[kind].First()) is { } right ? (versionNode, "apiVersion", right) : null;
    }

    private static string? NearestKind(string kind, IEnumerable<string> known) =>
        known.FirstOrDefault(other => string.Equals(other, kind, StringComparison.OrdinalIgnoreCase))

        // Lists of objects are types, too.
        ?? (kind.EndsWith("List", StringComparison.Ordinal) ? null : NearestName.Find(kind, known));

    /// <summary>The version of a kind, where the one that is written is another of Kubernetes' own or next to it; others may have such a kind as well.</summary>
    private static string? MeantVersion(string version, string right)
    {
        string group = Group(version);
        bool isOwn = KindsByVersion.Any(known => Group(known.Key) == group);
        bool mayBeMistyped = group.IndexOf('.') < 0 || group.EndsWith(OwnSuffix, StringComparison.Ordinal);
        return isOwn || (mayBeMistyped && NearestName.Find(version, [right]) is not null) ? right : null;
    }

    private static string Group(string version) => version.IndexOf('/') is var slash && slash < 0 ? string.Empty : version.Substring(0, slash);
}
