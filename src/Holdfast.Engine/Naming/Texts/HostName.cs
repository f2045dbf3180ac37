using System.Collections.Immutable;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>What may be a DNS name, in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is, without a full stop at its end.</param>
/// <param name="Labels">What is between its dots, in lower case, since DNS knows no other; at least one.</param>
/// <param name="Port">The port number after it.</param>
/// <param name="IsInUrl">Whether it is the host of a URL.</param>
internal sealed record HostName(int Start, int Length, ImmutableArray<string> Labels, int? Port, bool IsInUrl)
{
    public int End => Start + Length;

    /// <summary>Whether a label has a part that is not known.</summary>
    public bool IsOpen(int label) => label < Labels.Length && Labels[label].IndexOf(HostText.Hole) >= 0;

    /// <summary>Whether it names a place below Services: <c>svc</c> after so many labels.</summary>
    public bool HasServiceLabelAt(int label) => label < Labels.Length && Labels[label] == WellKnown.ClusterDomains.ServiceLabel;

    /// <summary>The labels from one on, as a name.</summary>
    public string From(int label) => string.Join(".", Labels.Skip(label));
}
