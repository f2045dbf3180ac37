using System.Globalization;
using System.Runtime.CompilerServices;

namespace Holdfast.Tools.BuildCost;

/// <summary>The package as it is now.</summary>
internal static class Package
{
    /// <summary>Packs it into a feed.</summary>
    /// <returns>Its version, which no cache has seen.</returns>
    public static string Pack(string feed)
    {
        string version = string.Create(CultureInfo.InvariantCulture, $"0.0.1-cost.{DateTime.UtcNow:yyyyMMddHHmmss}");
        Dotnet.Run(Repository(), "pack", "nuget/Holdfast/Holdfast.Package.csproj", "-o", feed, "-p:Version=" + version, "-nodeReuse:false");
        return version;
    }

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
