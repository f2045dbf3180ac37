using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Values;

/// <summary>The protocol of a port, of a container or a Service.</summary>
internal static class PortProtocol
{
    /// <summary>What the API server fills in where nothing is said.</summary>
    public const string Default = "TCP";

    public static string Of(ManifestNode? port) => port.At("protocol").TryGetString(out string? protocol) ? protocol : Default;
}
