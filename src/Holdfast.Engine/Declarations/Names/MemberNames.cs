using System.Text;

namespace Holdfast.Engine.Declarations.Names;

/// <summary>Names that are made of C# identifiers where the user gives none.</summary>
internal static class MemberNames
{
    /// <summary>
    /// The Kubernetes form of an identifier: <c>ClientTls</c> is <c>client-tls</c>, <c>HTTPPort2</c> is <c>http-port2</c>,
    /// <c>peer_list</c> is <c>peer-list</c>. Letters beyond ASCII stay as they are; a rule reports them.
    /// </summary>
    public static string ToKebabCase(string identifier)
    {
        var text = new StringBuilder(identifier.Length + 4);
        for (int i = 0; i < identifier.Length; i++)
        {
            char c = identifier[i];
            if (c == '_')
            {
                if (text.Length > 0 && text[text.Length - 1] != '-')
                {
                    text.Append('-');
                }

                continue;
            }

            if (char.IsUpper(c))
            {
                bool afterLower = i > 0 && (char.IsLower(identifier[i - 1]) || char.IsDigit(identifier[i - 1]));
                bool beforeLower = i > 0 && i + 1 < identifier.Length && char.IsUpper(identifier[i - 1]) && char.IsLower(identifier[i + 1]);
                if ((afterLower || beforeLower) && text.Length > 0 && text[text.Length - 1] != '-')
                {
                    text.Append('-');
                }

                text.Append(char.ToLowerInvariant(c));
                continue;
            }

            text.Append(c);
        }

        return text.ToString().TrimEnd('-');
    }
}
