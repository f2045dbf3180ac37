namespace Holdfast.Build;

/// <summary>Which names a manifest's file may have.</summary>
internal static class FileNames
{
    /// <summary>The file that lists the others.</summary>
    public const string Kustomization = "kustomization.yaml";

    /// <summary>The file that says what must be there before.</summary>
    public const string Readme = "README.md";

    private const int MaxLength = 255;

    private static readonly HashSet<string> WindowsDevices = new(
        new[] { "con", "prn", "aux", "nul" }
            .Concat(Enumerable.Range(1, 9).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Why <paramref name="name"/> cannot be the name of a file in the folder, or <see langword="null"/>.</summary>
    /// <param name="name">The name that the assembly asks for.</param>
    /// <param name="onWindows">Whether the names of Windows' devices are taken.</param>
    public static string? WhyNot(string name, bool onWindows)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return $"a file name has 1 to {MaxLength} characters";
        }

        // Separators, drive letters, streams, control characters, wildcards: whatever is not listed is refused.
        if (!name.All(IsPlain))
        {
            return "only letters, digits, '.', '-' and '_' are allowed";
        }

        if (name[0] is '.' or '-')
        {
            return "it must begin with a letter or a digit";
        }

        if (!HasYamlExtension(name))
        {
            return "it must end in '.yaml' or '.yml', or kubectl would not read it";
        }

        var stem = name.Substring(0, name.IndexOf('.'));
        if (stem.Equals("kustomization", StringComparison.OrdinalIgnoreCase) && name.IndexOf('.') == name.LastIndexOf('.'))
        {
            return "that is the file which lists the manifests";
        }

        return onWindows && WindowsDevices.Contains(stem) ? "Windows keeps that name for a device" : null;
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_';

    private static bool HasYamlExtension(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
}
