namespace Holdfast.Tool.Formats;

/// <summary>How severities are written.</summary>
internal static class SeverityNames
{
    /// <summary>As the compiler writes them.</summary>
    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };
}
