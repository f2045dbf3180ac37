using System.Text.RegularExpressions;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>Names of environment variables that hold secrets.</summary>
internal static class SecretNames
{
    private static readonly Regex Name = new(
        @"(?:^|[_\-.:])(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|CREDENTIALS?|PWD)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Camel = new(@"(?:[a-z0-9])(?:Password|Secret|Token|ApiKey|AccessKey|PrivateKey)$", RegexOptions.CultureInvariant);

    private static readonly Regex Inside = new(@"(?:^|;)\s*(?:Password|Pwd|AccountKey|SharedAccessKey)\s*=\s*[^;\s$]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What switches something on or off, or is taken from another variable.</summary>
    private static readonly Regex Harmless = new(@"^(?:|true|false|yes|no|on|off|\d{1,3}|\$\([^)]*\).*|/.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>etcd's name for a cluster, by which members of another one are told; it opens nothing.</summary>
    private const string ClusterToken = "INITIAL_CLUSTER_TOKEN";

    /// <summary>Whether a literal value of this name is probably a secret.</summary>
    public static bool LookLikeASecret(string name, string value) =>
        Inside.IsMatch(value) || ((Name.IsMatch(name) || Camel.IsMatch(name)) && name != "PWD" && !name.EndsWith(ClusterToken, StringComparison.OrdinalIgnoreCase) && !Harmless.IsMatch(value));
}
