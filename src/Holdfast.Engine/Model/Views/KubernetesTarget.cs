using System.Collections.Concurrent;
using System.Globalization;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Views;

/// <summary>The versions of Kubernetes that objects are for. It keeps what it worked out of them, so it is not a record, which could be copied with others.</summary>
/// <param name="versions">The versions.</param>
/// <param name="isChosen">Whether the project names them; otherwise they are those that upstream supports.</param>
internal sealed class KubernetesTarget(KubernetesVersions versions, bool isChosen) : IEquatable<KubernetesTarget>
{
    // What is asked for each field of each object is always the same few facts.
    private readonly ConcurrentDictionary<KubernetesVersions, Parts> _split = new();

    /// <summary>Of a project that names no version.</summary>
    public static KubernetesTarget Default { get; } = new(KubernetesFacts.Supported, isChosen: false);

    public KubernetesVersions Versions { get; } = versions;

    /// <summary>Whether the project names the versions.</summary>
    public bool IsChosen { get; } = isChosen;

    /// <summary>The version that a plan is made for, as arguments of a call: the newest that the project names; null where it names none.</summary>
    public string? PlannedVersion
    {
        get
        {
            if (!IsChosen)
            {
                return null;
            }

            (int major, int minor, int? patch) = Versions.Newest(KubernetesFacts.Supported);
            return string.Join(", ", new[] { major, minor, patch }.OfType<int>().Select(static number => number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Reads what a setting says.</summary>
    /// <param name="text">Its text; null where it is not set.</param>
    /// <param name="problem">What is wrong with it, in words that follow it; null where nothing is.</param>
    /// <returns>The versions of the text, or those of no setting where it is wrong.</returns>
    public static KubernetesTarget Read(string? text, out string? problem)
    {
        problem = null;
        if (text is null || KubernetesVersions.TryParse(text, out problem) is not { } versions)
        {
            return Default;
        }

        if (!versions.Except(KubernetesFacts.Known).IsEmpty)
        {
            problem = $"begins before the oldest version that Holdfast knows, {KubernetesFacts.Known}";
        }

        return versions.And(KubernetesFacts.Known) is { IsEmpty: false } known ? new KubernetesTarget(known, isChosen: true) : Default;
    }

    /// <summary>Those of the versions in which a fact does not hold.</summary>
    public KubernetesVersions Without(KubernetesFact fact) => Without(fact.Holds);

    /// <summary>Those of the versions that are not among others, which are some fact's.</summary>
    public KubernetesVersions Without(KubernetesVersions versions) => Split(versions).Without;

    /// <summary>Those of the versions in which a fact holds.</summary>
    public KubernetesVersions With(KubernetesFact fact) => Split(fact.Holds).With;

    /// <summary>
    /// How grave it is that some of the versions refuse an object: an error where the project names them or the newest is among them;
    /// a warning where only older ones are, which the project may not have.
    /// </summary>
    public DiagnosticSeverity SeverityIn(KubernetesVersions refusing) =>
        IsChosen || refusing.HaveNewestOf(Versions) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    public bool Equals(KubernetesTarget? other) => other is not null && IsChosen == other.IsChosen && Versions.Equals(other.Versions);

    public override bool Equals(object? obj) => Equals(obj as KubernetesTarget);

    public override int GetHashCode() => Versions.GetHashCode();

    private Parts Split(KubernetesVersions versions) =>
        _split.TryGetValue(versions, out Parts? known) ? known : _split.GetOrAdd(versions, new Parts(Versions.And(versions), Versions.Except(versions)));

    /// <summary>Those of the versions that are among others, and those that are not.</summary>
    private sealed record Parts(KubernetesVersions With, KubernetesVersions Without);
}
