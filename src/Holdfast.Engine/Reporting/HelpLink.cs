using System.Reflection;

namespace Holdfast.Engine.Reporting;

/// <summary>Where a rule's page is. The repository's address is in Directory.Build.props alone.</summary>
internal static class HelpLink
{
    private static readonly string Repository = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static metadata => metadata.Key == "RepositoryUrl")?
        .Value ?? string.Empty;

    public static string For(string id) => Repository + "/blob/main/docs/rules/" + id + ".md";
}
