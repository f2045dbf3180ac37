namespace Holdfast.Engine.Declarations.Names;

/// <summary>Members that the generator adds to every type; a user's own member of such a name keeps it.</summary>
internal static class GeneratedMemberNames
{
    public const string Pods = "Pods";

    public const string Manifests = "Manifests";

    /// <summary>The private class that holds the instance behind the members.</summary>
    public const string Instances = "_Made";

    public static readonly string[] All = [Pods, Manifests, Instances];
}
