using System.Collections.Immutable;
using System.Net;

namespace Holdfast.Local.Network;

/// <summary>A pod as Services and DNS see it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Pod">Its name, which is its host name.</param>
/// <param name="Subdomain">The governing Service.</param>
internal sealed record Endpoint(string Namespace, string Pod, string Subdomain)
{
    /// <summary>The address under which all know it.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The address on which it listens: the same, unless a relay stands between.</summary>
    public required IPAddress Listens { get; init; }

    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>The ports that it declares: name, declared number and the number here.</summary>
    public required ImmutableArray<(string Name, int Declared, int Actual)> Ports { get; init; }

    public bool IsReady { get; init; }

    public bool IsCutOff { get; init; }

    public string Key => $"{Namespace}/{Pod}";

    /// <summary>The number here of a port that is named or numbered; null where it has no port of that name.</summary>
    public int? Port(string target)
    {
        foreach ((string name, int declared, int actual) in Ports)
        {
            if (name == target || declared.ToString(System.Globalization.CultureInfo.InvariantCulture) == target)
            {
                return actual;
            }
        }

        return int.TryParse(target, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
