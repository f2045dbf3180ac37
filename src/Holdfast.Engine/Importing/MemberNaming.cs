using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Engine.Importing;

/// <summary>C# names of one type's members, each there once.</summary>
/// <param name="owner">The type's name, which no member can have.</param>
internal sealed class MemberNaming(string owner)
{
    /// <summary>Names of Holdfast's types that generated or written code beside them uses, and what every object has.</summary>
    private static readonly string[] Reserved =
    [
        .. GeneratedMemberNames.All,
        "ServicePort", "ClaimTemplate", "ExistingClaim", "Volume", "Service", "ReplicaServices", "Pod", "AccessMode", "ServiceType",
        "PortProtocol", "SessionAffinity", "TrafficPolicy", "TrafficDistribution", "IpFamily", "IpFamilyPolicy", "HostPathType",
        "ImagePullPolicy", "ManifestTargets", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Holdfast", "System",
        "StatefulSetIdentity", "IStatefulApp",
    ];

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.Ordinal) { owner };

    /// <summary>A free name for a type among those that are taken already; it is taken then.</summary>
    public static string OfType(string name, HashSet<string> taken)
    {
        string type = Identifier(name, "App");
        return Distinct(Reserved.Contains(type) ? type + "App" : type, taken);
    }

    /// <summary>A member of a free name.</summary>
    /// <param name="name">The name in Kubernetes.</param>
    /// <param name="otherwise">What it is called where nothing of the name can be used.</param>
    /// <param name="kind">What is added where another member has the name: <c>Service</c>.</param>
    public MemberShape Take(string name, string otherwise, string kind = "")
    {
        string identifier = Identifier(name, otherwise);
        identifier = Reserved.Contains(identifier) ? otherwise : identifier;
        identifier = _taken.Contains(identifier) && !Reserved.Contains(identifier + kind) ? identifier + kind : identifier;
        return new MemberShape(Distinct(identifier, _taken), "public static partial", string.Empty, CanImplement: true);
    }

    /// <summary><c>client-tls</c> is <c>ClientTls</c>; what no identifier may have ends a word.</summary>
    public static string Identifier(string name, string otherwise)
    {
        var text = new StringBuilder(name.Length);
        bool isStart = true;
        foreach (char c in name)
        {
            bool isWord = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isWord)
            {
                text.Append(isStart ? char.ToUpperInvariant(c) : c);
            }

            isStart = !isWord;
        }

        if (text.Length == 0)
        {
            return otherwise;
        }

        return text[0] is >= '0' and <= '9' ? otherwise + text : text.ToString();
    }

    private static string Distinct(string name, HashSet<string> taken)
    {
        string distinct = name;
        for (int number = 2; !taken.Add(distinct); number++)
        {
            distinct = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return distinct;
    }
}
