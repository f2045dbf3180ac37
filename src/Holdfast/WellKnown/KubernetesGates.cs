namespace Holdfast.WellKnown;

/// <summary>In which versions of Kubernetes a feature gate is on by default.</summary>
internal static class KubernetesGates
{
    /// <summary>
    /// <c>MaxUnavailableStatefulSet</c>: on in 1.35.0 to 1.35.3, off again from 1.35.4 through 1.36, on from 1.37. A version
    /// without a patch number stands for its newest patch.
    /// </summary>
    /// <param name="major">The first number of the version.</param>
    /// <param name="minor">The second number.</param>
    /// <param name="patch">The third number, where it is known.</param>
    /// <returns>Whether the gate is on.</returns>
    public static bool MaxUnavailableStatefulSet(int major, int minor, int? patch) =>
        major > 1 || (major == 1 && (minor >= 37 || (minor == 35 && patch <= 3)));
}
