using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Argument checks that names depend on.</summary>
internal static class Require
{
    public static string DnsLabel(string? value, string what, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return KubernetesNames.IsDnsLabel(value)
            ? value
            : throw new ArgumentException(
                $"The {what} \"{value}\" is not a DNS label: Kubernetes takes at most {Describe.Number(KubernetesLimits.DnsLabelLength)} "
                + "lower-case letters, digits and dashes, with a letter or digit at both ends.",
                parameter);
    }

    public static string DnsSubdomain(string? value, string what, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return KubernetesNames.IsDnsSubdomain(value)
            ? value
            : throw new ArgumentException(
                $"The {what} \"{value}\" is not a DNS name: Kubernetes takes at most {Describe.Number(KubernetesLimits.DnsSubdomainLength)} "
                + "lower-case letters, digits, dashes and dots, with a letter or digit at both ends of each part and no "
                + "dot at the end.",
                parameter);
    }

    public static int NotNegative(int value, string what, string parameter) =>
        value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(
                parameter, value, $"The {what} must be 0 or more, but is {Describe.Number(value)}.");

    /// <summary>Ordinals are 32 bits wide in Kubernetes, so a range must end within them.</summary>
    public static void Range(string set, int ordinalStart, int replicas, string parameter)
    {
        if ((long)ordinalStart + replicas - 1 > KubernetesLimits.MaxOrdinal)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                $"StatefulSet \"{set}\" cannot have {Describe.Number(replicas)} replicas from ordinal {Describe.Number(ordinalStart)} on: the "
                + $"highest ordinal is {Describe.Number(KubernetesLimits.MaxOrdinal)}.");
        }
    }

    /// <summary>A pod or Service of another workload has no place where this one's are meant.</summary>
    public static void OfSame(WorkloadInfo workload, WorkloadInfo other, string what, string given, string parameter)
    {
        if (!workload.MayBeSame(other))
        {
            throw new ArgumentException(
                $"{what} belongs to {Describe.Workload(workload)}, but {given} belongs to {Describe.Workload(other)}: the name "
                + "made of the two would not resolve. Take both from the same application and the same namespace.",
                parameter);
        }
    }
}
