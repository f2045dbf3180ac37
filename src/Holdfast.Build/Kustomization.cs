using System.Text;

namespace Holdfast.Build;

/// <summary>Makes the file that lets <c>kubectl apply -k</c> take the folder as it is.</summary>
internal static class Kustomization
{
    /// <summary>The text of kustomization.yaml.</summary>
    /// <param name="assemblyName">Whose file this is: the first line says so, and <c>Ownership</c> reads it back.</param>
    /// <param name="resources">The files to list.</param>
    public static string Text(string assemblyName, IEnumerable<string> resources)
    {
        var text = new StringBuilder()
            .Append("# Written by Holdfast for ").Append(assemblyName).Append("; the next build overwrites changes.\n")
            .Append("apiVersion: kustomize.config.k8s.io/v1beta1\n")
            .Append("kind: Kustomization\n")
            .Append("resources:\n");

        // Plain scalars suffice: 'something.yaml' is never a number, a boolean or null, and FileNames allows no indicator.
        foreach (var resource in resources.OrderBy(r => r, StringComparer.Ordinal))
        {
            text.Append("  - ").Append(resource).Append('\n');
        }

        return text.ToString();
    }
}
