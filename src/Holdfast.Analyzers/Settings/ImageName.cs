using System.Text.RegularExpressions;

namespace Holdfast.Analyzers.Settings;

/// <summary>The parts of an image's name: <c>registry/repository:tag</c> or <c>registry/repository@digest</c>.</summary>
internal static class ImageName
{
    private const string Path = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private const string Host = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?";
    private const string TagText = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    private const string Digest = "[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9A-Fa-f]{32,}";

    private static readonly Regex Whole = new(
        $"^(?:{Host}/)?{Path}(?:/{Path})*(?::{TagText})?(?:@{Digest})?$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Registry = new($"^{Host}(?:/{Path})*$", RegexOptions.CultureInvariant);

    private static readonly Regex TagOrDigest = new($"^(?:{TagText}|{Digest})$", RegexOptions.CultureInvariant);

    public static bool IsValid(string image) => Whole.IsMatch(image);

    public static bool IsRegistry(string registry) => Registry.IsMatch(registry);

    public static bool IsTag(string tag) => TagOrDigest.IsMatch(tag);

    /// <summary>The same image of another registry; a first part is a registry where it has a dot or a port, or is localhost.</summary>
    public static string WithRegistry(string image, string registry)
    {
        int slash = image.IndexOf('/');
        string first = slash < 0 ? string.Empty : image.Substring(0, slash);
        bool hasRegistry = first == "localhost" || first.IndexOfAny(['.', ':']) >= 0;
        return registry + "/" + (hasRegistry ? image.Substring(slash + 1) : image);
    }

    /// <summary>The same image with another tag or digest.</summary>
    public static string WithTag(string image, string tag)
    {
        int at = image.IndexOf('@');
        string name = at < 0 ? image : image.Substring(0, at);
        int colon = name.LastIndexOf(':');
        name = colon > name.LastIndexOf('/') ? name.Substring(0, colon) : name;
        return name + (tag.IndexOf(':') >= 0 ? "@" : ":") + tag;
    }
}
