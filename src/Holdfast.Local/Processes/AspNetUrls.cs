using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Holdfast.Local.Processes;

/// <summary>
/// Where ASP.NET Core listens when its code does not say. In a container that is any address; here it is the pod's own, or the second pod of an application
/// would find its port taken. Code that says where it listens goes before these variables.
/// </summary>
internal static partial class AspNetUrls
{
    /// <summary>The variable that goes before the others.</summary>
    public const string Variable = "ASPNETCORE_URLS";

    /// <summary>The variables that a runner's own environment may have, and that a pod does not inherit.</summary>
    public static readonly string[] Variables = [Variable, HttpPorts, HttpsPorts];

    private const string HttpPorts = "ASPNETCORE_HTTP_PORTS";
    private const string HttpsPorts = "ASPNETCORE_HTTPS_PORTS";

    // .NET's images set ASPNETCORE_HTTP_PORTS to this (mcr.microsoft.com/dotnet/aspnet, since 8.0).
    private const int PortOfImages = 8080;

    /// <summary>The variable's value; null where ASP.NET Core would listen nowhere that is known.</summary>
    /// <param name="variables">What the manifest sets.</param>
    /// <param name="declared">The TCP ports that the container declares.</param>
    /// <param name="address">The pod's own address.</param>
    /// <param name="portOf">The number here of a declared port.</param>
    public static string? Of(IReadOnlyDictionary<string, string> variables, IEnumerable<int> declared, IPAddress address, Func<int, int> portOf)
    {
        if (variables.TryGetValue(Variable, out string? urls))
        {
            return AnyAddress().Replace(urls, match =>
            {
                int port = match.Groups["port"].Success ? int.Parse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                    : match.Groups["scheme"].Value == "https" ? 443 : 80;
                return $"{match.Groups["scheme"].Value}://{address}:{portOf(port)}";
            });
        }

        string[] found =
        [
            .. Ports(variables.GetValueOrDefault(HttpPorts) ?? (declared.Contains(PortOfImages) ? $"{PortOfImages}" : "")).Select(port => $"http://{address}:{portOf(port)}"),
            .. Ports(variables.GetValueOrDefault(HttpsPorts) ?? "").Select(port => $"https://{address}:{portOf(port)}"),
        ];
        return found.Length > 0 ? string.Join(';', found) : null;
    }

    private static IEnumerable<int> Ports(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(part => int.Parse(part, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<scheme>https?)://(?:\+|\*|0\.0\.0\.0|\[::\])(?::(?<port>[0-9]{1,5}))?(?=[;/]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AnyAddress();
}
