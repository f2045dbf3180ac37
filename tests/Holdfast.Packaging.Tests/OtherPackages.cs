using System.Reflection;

namespace Holdfast.Packaging.Tests;

/// <summary>Packages of others that this project restores, for what is built and run in tests.</summary>
internal static class OtherPackages
{
    /// <summary>A setting that the project file hands over.</summary>
    public static string Setting(string name) => typeof(OtherPackages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == name).Value!;

    /// <summary>The folder with a package's files.</summary>
    public static string Folder(string id, string version) => Path.Combine(Setting("PackageFolder"), id.ToLowerInvariant(), version);

    /// <summary>The versions of a package that are there; none where it was not restored, as with what an SDK brings along.</summary>
    public static IEnumerable<string> Versions(string id)
    {
        var folder = new DirectoryInfo(Path.Combine(Setting("PackageFolder"), id.ToLowerInvariant()));
        return folder.Exists ? folder.EnumerateDirectories().Select(static version => version.Name) : [];
    }

    /// <summary>Puts a package into a feed.</summary>
    public static void Offer(string id, string version, string feed)
    {
        string file = $"{id.ToLowerInvariant()}.{version}.nupkg";
        File.Copy(Path.Combine(Folder(id, version), file), Path.Combine(feed, file), overwrite: true);
    }
}
