using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>A version of Kubernetes, as far as what the StatefulSet controller does depends on it. Immutable.</summary>
/// <remarks>
/// The feature gate <c>MaxUnavailableStatefulSet</c> is on by default in 1.35.0 to 1.35.3 and from 1.37, and off in all other versions.
/// Where it is on, <c>maxUnavailable</c> counts, and updates of Parallel sets stop at any replica that is not Ready.
/// </remarks>
public sealed record KubernetesVersion
{
    /// <summary>A version from its numbers.</summary>
    /// <param name="major">The first number, 1 or more.</param>
    /// <param name="minor">The second number, 0 or more.</param>
    /// <param name="patch">The third number, 0 or more; left out, the newest patch of the other two is meant.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the first is 0.</exception>
    public KubernetesVersion(int major, int minor, int? patch = null)
    {
        Major = major >= 1
            ? major
            : throw new ArgumentOutOfRangeException(nameof(major), major, $"The first number of a Kubernetes version is 1 or more, but is {Describe.Number(major)}.");
        Minor = Require.NotNegative(minor, "number of a version", nameof(minor));
        Patch = patch is { } number ? Require.NotNegative(number, "number of a version", nameof(patch)) : null;
    }

    /// <summary>The version that plans are made for by default: 1.36, the one that the controller was observed on.</summary>
    public static KubernetesVersion Default { get; } = Parse(KubernetesFacts.Observed);

    /// <summary>The first number.</summary>
    public int Major { get; }

    /// <summary>The second number.</summary>
    public int Minor { get; }

    /// <summary>The third number, or <see langword="null"/> where the newest patch is meant.</summary>
    public int? Patch { get; }

    /// <summary>Whether the controller heeds <c>maxUnavailable</c>.</summary>
    internal bool HasMaxUnavailable => KubernetesFacts.MaxUnavailableStatefulSet.Holds.Contains(Major, Minor, Patch);

    /// <summary>Reads a version: <c>1.36</c>, <c>1.36.3</c>, <c>v1.35.2+k3s1</c>.</summary>
    /// <param name="text">The version; what follows a <c>+</c> or a <c>-</c> is ignored.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">It is not a version of Kubernetes.</exception>
    public static KubernetesVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out KubernetesVersion? version)
            ? version
            : throw new FormatException($"\"{text}\" is not a version of Kubernetes, so no plan can be made for it. Write it as 1.36 or 1.36.3.");
    }

    /// <summary>Reads a version as <see cref="Parse"/> does.</summary>
    /// <param name="text">The version.</param>
    /// <param name="version">The version, where it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out KubernetesVersion? version)
    {
        version = null;
        string core = (text ?? "").Trim();
        core = core.StartsWith('v') ? core[1..] : core;
        int end = core.AsSpan().IndexOfAny('+', '-');
        string[] parts = (end < 0 ? core : core[..end]).Split('.');
        int[] numbers = [.. parts
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        if (numbers.Length is < 2 or > 3 || numbers.Any(number => number < 0) || numbers[0] == 0)
        {
            return false;
        }

        version = new KubernetesVersion(numbers[0], numbers[1], numbers.Length == 3 ? numbers[2] : null);
        return true;
    }

    /// <summary>The version, as in <c>1.36</c> or <c>1.36.3</c>.</summary>
    /// <returns>The version.</returns>
    public override string ToString() =>
        $"{Describe.Number(Major)}.{Describe.Number(Minor)}" + (Patch is { } patch ? $".{Describe.Number(patch)}" : "");
}
