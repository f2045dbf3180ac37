using System.Text.RegularExpressions;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>Names of what opens something: of variables, of arguments of a command line, of entries of a connection string.</summary>
internal static class SecretNames
{
    private static readonly Regex Name = new(
        @"(?:^|[_\-.:])(?:PASSWORD|PASSWD|PASSPHRASE|PASS|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|ACCOUNT_?KEY|SECRET_?KEY|PRIVATE_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|CREDENTIALS?|PWD|ERLANG_COOKIE|REQUIREPASS|MASTERAUTH|SHARED_?ACCESS_?(?:KEY|SIGNATURE))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Camel = new(
        @"[A-Za-z0-9](?:Password|Passwd|Pwd|Passphrase|Secret|Token|ApiKey|APIKey|AccessKey|AccountKey|PrivateKey|SecretKey|SigningKey|EncryptionKey)$",
        RegexOptions.CultureInvariant);

    /// <summary>What names a secret that is elsewhere, counts tokens, or switches a question for a password.</summary>
    private static readonly Regex Harmless = new(
        @"(?:^|[_\-.:])(?:(?:PULL|TLS|CERT|CERTIFICATE|IMAGE|EXISTING)[_\-]?SECRET|(?:MAX|MIN|NUM|TOTAL)[_\-]TOKEN|(?:ALLOW|REQUIRE|NO|SKIP|PROMPT|WITH|WITHOUT|USE|ENABLE|DISABLE)[_\-](?:EMPTY[_\-])?PASS(?:WORD)?|INITIAL[_\-]CLUSTER[_\-]TOKEN)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The same in words that begin with capitals.</summary>
    private static readonly Regex HarmlessCamel = new(
        @"(?:(?:Pull|Tls|TLS|Cert|Certificate|Image|Existing)Secret|(?:Max|Min|Num|Total)Token|(?:Allow|Require|No|Skip|Prompt|With|Without|Use|Enable|Disable)(?:Empty)?Password)$",
        RegexOptions.CultureInvariant);

    /// <summary>What each of these names ends with; most names of variables do not.</summary>
    private static readonly string[] Ends = ["PASS", "PASSWORD", "PASSWD", "PASSPHRASE", "PWD", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "CREDENTIALS", "COOKIE", "MASTERAUTH", "SIGNATURE"];

    /// <summary>Whether a name ends so. Letters that are like those of others, and the end of a line, are left to the expressions.</summary>
    private static bool MayBe(string name)
    {
        foreach (char character in name)
        {
            if (character is < ' ' or > '~')
            {
                return true;
            }
        }

        foreach (string end in Ends)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each of these names ends with one of a few letters, and most names of variables do not.</summary>
    public static bool MayEndWith(char last) => last is 'D' or 'd' or 'E' or 'e' or 'S' or 's' or 'T' or 't' or 'N' or 'n' or 'Y' or 'y' or 'L' or 'l' or 'H' or 'h' or '\n';

    /// <summary>Whether what has this name is probably a secret.</summary>
    public static bool Is(string name) => MayBe(name) && (Name.IsMatch(name) || Camel.IsMatch(name)) && name != "PWD" && !Harmless.IsMatch(name) && !HarmlessCamel.IsMatch(name);
}
