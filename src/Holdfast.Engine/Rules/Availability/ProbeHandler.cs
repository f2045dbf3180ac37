using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Rules.Availability;

/// <summary>What a probe asks, and for how long it takes no for an answer.</summary>
internal static class ProbeHandler
{
    /// <summary>Kubernetes' own defaults, which also hold where 0 is written.</summary>
    private const long DefaultPeriod = 10;

    private const long DefaultFailures = 3;

    private static readonly string[] Kinds = ["exec", "httpGet", "tcpSocket", "grpc"];

    /// <summary>The part of a probe that says what is asked; null where there is none or not one.</summary>
    public static MappingEntry? Of(MappingNode probe)
    {
        MappingEntry[] handlers = [.. probe.Entries.Where(static entry => Kinds.Contains(entry.Key))];
        return handlers.Length == 1 && IsKnown(handlers[0].Value) ? handlers[0] : null;
    }

    /// <summary>Seconds from the first failure until the probe has failed; null where that is not known.</summary>
    public static long? Patience(MappingNode probe) =>
        Number(probe["periodSeconds"], DefaultPeriod) is { } period && Number(probe["failureThreshold"], DefaultFailures) is { } failures
            ? period * failures
            : null;

    private static long? Number(ManifestNode? node, long @default) => node switch
    {
        null => @default,
        _ when node.TryGetInteger(out long number) => number == 0 ? @default : number,
        _ => null,
    };

    private static bool IsKnown(ManifestNode node) => node switch
    {
        MappingNode mapping => mapping.Entries.All(static entry => IsKnown(entry.Value)),
        SequenceNode sequence => sequence.Items.All(IsKnown),
        UnknownNode => false,
        _ => true,
    };
}
