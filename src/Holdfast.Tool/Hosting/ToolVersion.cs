using System.Reflection;

namespace Holdfast.Tool.Hosting;

/// <summary>The version of the command, which is that of its package.</summary>
internal static class ToolVersion
{
    /// <summary>Without the commit behind <c>+</c>.</summary>
    public static string Text { get; } = (typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}
