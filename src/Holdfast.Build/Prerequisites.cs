namespace Holdfast.Build;

/// <summary>Puts together what the applications of a folder need and none of them makes.</summary>
internal static class Prerequisites
{
    /// <summary>Sorted by kind, namespace and name.</summary>
    public static IReadOnlyList<PrerequisiteLine> Of(IEnumerable<AssemblyManifests> assemblies)
    {
        var lines = assemblies.SelectMany(a => a.Prerequisites).SelectMany(PrerequisiteLine.Read).ToArray();
        return lines
            .Where(need => !need.IsMade && !lines.Any(made => made.Meets(need)))
            .GroupBy(need => (need.Kind, need.Namespace, need.Name))
            .OrderBy(need => need.Key.Kind, StringComparer.Ordinal)
            .ThenBy(need => need.Key.Namespace, StringComparer.Ordinal)
            .ThenBy(need => need.Key.Name, StringComparer.Ordinal)
            .Select(same => new PrerequisiteLine(
                IsMade: false,
                same.Key.Kind,
                same.Key.Name,
                same.Key.Namespace,
                same.All(need => need.IsOptional),
                same.SelectMany(need => need.Keys).Distinct(StringComparer.Ordinal).OrderBy(key => key, StringComparer.Ordinal).ToArray()))
            .ToArray();
    }
}
