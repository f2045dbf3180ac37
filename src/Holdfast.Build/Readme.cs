using System.Text;

namespace Holdfast.Build;

/// <summary>Makes the file that says what the folder holds, what must be in the cluster before, and how to apply it.</summary>
internal static class Readme
{
    /// <summary>The text of README.md.</summary>
    /// <param name="assemblyName">Whose file this is: the first line says so, and <c>Ownership</c> reads it back.</param>
    /// <param name="manifests">The manifests of the folder, one a file.</param>
    /// <param name="needs">What must be there.</param>
    public static string Text(string assemblyName, IReadOnlyCollection<Manifest> manifests, IReadOnlyList<PrerequisiteLine> needs)
    {
        var text = new StringBuilder()
            .Append("# Kubernetes objects of ").Append(assemblyName).Append("\n\n")
            .Append("Holdfast wrote this folder, and the next build overwrites changes.\n\n")
            .Append("| File | Declared by |\n|---|---|\n");
        foreach (var manifest in manifests.OrderBy(m => m.FileName, StringComparer.Ordinal))
        {
            text.Append("| ").Append(manifest.FileName).Append(" | `").Append(manifest.DeclaringType).Append("` |\n");
        }

        if (needs.Count > 0)
        {
            AppendNeeds(text, needs, manifests.Where(m => m.Rank is not null).Select(m => m.FileName).OrderBy(f => f, StringComparer.Ordinal));
        }

        return text
            .Append("\n## Apply\n\n```sh\nkubectl apply -k .\n```\n")
            .ToString();
    }

    private static void AppendNeeds(StringBuilder text, IReadOnlyList<PrerequisiteLine> needs, IEnumerable<string> spaces)
    {
        text.Append("\n## What must be there before\n\n")
            .Append("The applications refer to these objects and make none of them.\n\n")
            .Append("| Kind | Name | Namespace | Keys |\n|---|---|---|---|\n");
        foreach (var need in needs)
        {
            text.Append("| ").Append(need.Kind)
                .Append(" | `").Append(Cell(need.Name)).Append('`').Append(need.IsOptional ? " (optional)" : "")
                .Append(" | ").Append(need.Namespace.Length == 0 ? "" : $"`{Cell(need.Namespace)}`")
                .Append(" | ").Append(string.Join(", ", need.Keys.Select(key => $"`{Cell(key)}`")))
                .Append(" |\n");
        }

        // Namespaces first, since the others go there; those of the folder, too.
        var commands = needs
            .OrderBy(need => need.Kind == "Namespace" ? 0 : 1)
            .Select(Command)
            .OfType<string>()
            .ToArray();
        if (commands.Length > 0)
        {
            text.Append("\nWhat is missing can be made so, with values in place of `<…>`:\n\n```sh\n");
            foreach (var command in spaces.Select(file => $"kubectl apply -f {file}").Concat(commands))
            {
                text.Append(command).Append('\n');
            }

            text.Append("```\n");
        }
    }

    /// <summary>How <c>kubectl</c> makes an object, without values; <see langword="null"/> where it cannot.</summary>
    private static string? Command(PrerequisiteLine need)
    {
        var name = Quoted(need.Name);
        var space = need.Namespace.Length == 0 ? "" : " --namespace=" + Quoted(need.Namespace);
        return need.Kind switch
        {
            "Namespace" => $"kubectl create namespace {name}",
            "ServiceAccount" => $"kubectl create serviceaccount {name}{space}",
            "PriorityClass" => $"kubectl create priorityclass {name} --value='<number>'",
            "ConfigMap" => $"kubectl create configmap {name}{space}{Entries(need.Keys)}",
            "Secret" when need.Keys.SequenceEqual(["tls.crt", "tls.key"]) => $"kubectl create secret tls {name}{space} --cert='<file>' --key='<file>'",
            "Secret" when need.Keys.SequenceEqual([".dockerconfigjson"]) =>
                $"kubectl create secret docker-registry {name}{space} --docker-server='<registry>' --docker-username='<user>' --docker-password='<password>'",
            "Secret" => $"kubectl create secret generic {name}{space}{Entries(need.Keys)}",
            _ => null,
        };
    }

    private static string Entries(IReadOnlyList<string> keys) => keys.Count == 0
        ? " --from-literal='<key>=<value>'"
        : string.Concat(keys.Select(key => $" --from-literal={Quoted(key + "=<value>")}"));

    // For a POSIX shell, since a name of a user's YAML can be anything.
    private static string Quoted(string text) =>
        text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_') ? text : "'" + text.Replace("'", "'\\''") + "'";

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("`", "'");
}
