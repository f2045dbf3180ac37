namespace Holdfast.Engine.Declarations.Names;

/// <summary>Names of environments that attributes and folders are for. Letter case does not matter in them.</summary>
internal static class EnvironmentNames
{
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;
}
