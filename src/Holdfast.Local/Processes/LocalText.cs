using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Holdfast.Local.Processes;

/// <summary>
/// Makes the texts of a manifest fit this machine: <c>$(NAME)</c> becomes the variable's value, names of members and Services their
/// addresses, mount paths their folders.
/// </summary>
internal static partial class LocalText
{
    /// <summary>Puts variables in, as the kubelet does: <c>$$</c> is <c>$</c>, and what is not known stays.</summary>
    public static string Expand(string text, IReadOnlyDictionary<string, string> variables) => Reference().Replace(
        text,
        match => match.Value == "$$" ? "$" : variables.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    /// <summary>Puts addresses in place of names. A name counts where none of its characters goes on before or after it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">The address of a name, and the numbers here of ports; null where it is none of the cluster's.</param>
    public static string WithAddresses(string text, Func<string, (string Address, Func<int, int> PortOf)?> find) => HostName().Replace(
        text,
        match =>
        {
            // A word alone is a host only where it looks like one: it may just as well be the name of a cluster.
            bool isHost = match.Groups["host"].Value.Contains('.', StringComparison.Ordinal)
                || match.Groups["port"].Success
                || (match.Index > 0 && text[match.Index - 1] is '/' or '@');
            if (!isHost || find(match.Groups["host"].Value.TrimEnd('.').ToLowerInvariant()) is not { } found)
            {
                return match.Value;
            }

            string port = match.Groups["port"].Value;
            return port.Length == 0 || !int.TryParse(port, out int number) ? found.Address + (port.Length == 0 ? "" : $":{port}") : $"{found.Address}:{found.PortOf(number)}";
        });

    /// <summary>Puts folders in place of mount paths, the longest first.</summary>
    public static string WithFolders(string text, ImmutableArray<(string Path, string Folder)> mounts)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        int index = 0;
        while (index < text.Length)
        {
            (string path, string folder) = mounts.FirstOrDefault(mount => IsAt(text, index, mount.Path));
            if (path is null)
            {
                result.Append(text[index++]);
            }
            else
            {
                result.Append(folder);
                index += path.Length;
            }
        }

        return result.ToString();
    }

    private static bool IsAt(string text, int index, string path) =>
        path.Length > 1
        && string.CompareOrdinal(text, index, path, 0, path.Length) == 0
        && (index == 0 || text[index - 1] is '=' or ':' or ',' or ';' or '"' or '\'' or ' ' or '\n')
        && (index + path.Length == text.Length || text[index + path.Length] is '/' or ':' or ',' or ';' or '"' or '\'' or ' ' or '\n');

    [GeneratedRegex(@"\$\$|\$\((?<name>[^()]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![A-Za-z0-9._-])(?<!(?<!/)/)(?<host>[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9][A-Za-z0-9-]*)*\.?)(?![A-Za-z0-9._-])(?::(?<port>[0-9]{1,5}))?", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
