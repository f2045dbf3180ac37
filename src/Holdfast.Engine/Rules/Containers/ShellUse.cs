using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>Whether a shell reads a command, which Kubernetes itself starts without one.</summary>
internal static class ShellUse
{
    /// <summary>The option of a shell for a command, with others: <c>-c</c>, <c>-ecx</c>.</summary>
    private static readonly Regex Command = new("^(?:-[a-z]{0,3}c[a-z]{0,3}|/c)$", RegexOptions.CultureInvariant);

    private static readonly string[] Shells = ["sh", "shell", "bash", "ash", "dash", "zsh", "ksh", "busybox", "pwsh", "powershell", "cmd"];

    /// <summary>Whether a shell may read the arguments: one is started, or a script that is not known.</summary>
    public static bool MayRead(ManifestNode? command, ManifestNode? arguments) => command is UnknownNode || arguments is UnknownNode || AnyIsOfShell(command) || AnyIsOfShell(arguments);

    private static bool AnyIsOfShell(ManifestNode? list)
    {
        if (list is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                if (TextOf(item) is not { } text || Command.IsMatch(text) || IsShell(text) || text.EndsWith(".sh", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsShell(string path)
    {
        int start = path.LastIndexOf('/') + 1;
        foreach (string shell in Shells)
        {
            if (path.Length - start == shell.Length && path.EndsWith(shell, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static IEnumerable<ManifestNode> Items(ManifestNode? node) => node is SequenceNode sequence ? sequence.Items : [];

    public static string? TextOf(ManifestNode? node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } scalar => scalar.Text,
        UnknownNode unknown => unknown.Text,
        _ => null,
    };
}
