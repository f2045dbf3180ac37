using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Naming.Texts;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Naming;

/// <summary>A StatefulSet, of whatever source.</summary>
internal sealed record KnownSet(
    string Name,
    ImmutableArray<string> Variables,
    bool IsOnHostNetwork,
    long? GracePeriod,
    DeclaredApp? Declared) : KnownWorkload(Name, Variables, IsOnHostNetwork, GracePeriod, Declared)
{
    /// <summary>The governing Service; empty for none, null where it is not known.</summary>
    public string? Service { get; init; }

    /// <summary>Null where it is not known.</summary>
    public string? Namespace { get; init; }

    /// <summary>The cluster's zone; null where it is not known.</summary>
    public string? ClusterDomain { get; init; }

    /// <summary>The number of replicas; null where it is not known, or set elsewhere.</summary>
    public long? Replicas { get; init; }

    /// <summary>The first ordinal; null where it is not known.</summary>
    public long? Start { get; init; }

    /// <summary>The numbers of the ports of its containers.</summary>
    public ImmutableArray<long> PortNumbers { get; init; } = [];

    /// <summary>The ports of its containers that have names, each name once.</summary>
    public ImmutableArray<NamedPort> NamedPorts { get; init; } = [];

    /// <summary>The ordinal after the last one; null where it is not known.</summary>
    public long? End => Start + Replicas;

    /// <summary>The number of the containers' port of a name; null where there is none, or its number is not known.</summary>
    public long? NumberOf(string port)
    {
        foreach (NamedPort named in NamedPorts)
        {
            if (named.Name == port)
            {
                return named.Number;
            }
        }

        return null;
    }

    /// <summary>Whether a label is the name of a pod of this set.</summary>
    /// <param name="label">The label.</param>
    /// <param name="ordinal">Its ordinal; null where the source leaves it open.</param>
    public bool IsPod(string label, out int? ordinal)
    {
        ordinal = null;
        if (KubernetesNames.TryParsePod(label, Name, out int number))
        {
            ordinal = number;
            return true;
        }

        return label.Length == Name.Length + 2
            && label[label.Length - 1] == HostText.Hole
            && label[Name.Length] == '-'
            && label.StartsWith(Name, StringComparison.Ordinal);
    }

    /// <summary>The replicas for messages: <c>orders-0 to orders-2</c>.</summary>
    public string MembersText => Replicas switch
    {
        null => string.Format(CultureInfo.InvariantCulture, "from {0}-{1} on", Name, Start),
        0 => "none",
        1 => Pod(Start ?? 0),
        _ => Pod(Start ?? 0) + " to " + Pod((End ?? 1) - 1),
    };

    public string Pod(long ordinal) => Name + "-" + ordinal.ToString(CultureInfo.InvariantCulture);
}
