using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

/// <summary>HF3015: mounts that are in each other's way, or in a database's.</summary>
internal sealed class MountPathRule : PodOwnerRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3015",
        title: "A mount hides another one or breaks a database",
        messageFormat: "{0}: {1}; {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3015"));

    /// <summary>
    /// Images of databases that make their data in an empty directory only, the versions that do, and the variable that moves it. MySQL
    /// overlooks lost+found since 8.0 (sql/sql_initialize.cc), and MariaDB does not look.
    /// </summary>
    private static readonly (string Image, string Tag, string DataPath, string? Variable)[] Databases =
    [
        ("postgres", string.Empty, "/var/lib/postgresql/data", "PGDATA"),
        ("mysql", "5.7", "/var/lib/mysql", null),
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        string[] templates = [.. owner.ClaimTemplates.Select(static template => template.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty)];
        foreach (MappingNode container in owner.Containers)
        {
            var paths = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (MappingNode mount in container["volumeMounts"].Mappings())
            {
                if (!mount["mountPath"].TryGetString(out string? path))
                {
                    continue;
                }

                string place = path.TrimEnd('/');
                if (paths.TryGetValue(place, out string? first) && first != path)
                {
                    context.Report(this, mount["mountPath"]!.Location, new RuleFinding(
                        $"'{path}' and '{first}' are one path", "the API server accepts both, and one volume hides the other", "change one of the two paths")
                    {
                        Severity = DiagnosticSeverity.Warning,
                    });
                }

                paths[place] = path;
                if (mount["name"].TryGetString(out string? volume) && templates.Contains(volume))
                {
                    CheckDatabase(container, mount, path, place, context);
                }
            }
        }
    }

    private void CheckDatabase(MappingNode container, MappingNode mount, string path, string place, RuleContext context)
    {
        if (mount["subPath"] is not null || mount["subPathExpr"] is not null || !container["image"].TryGetString(out string? image))
        {
            return;
        }

        string[] parts = image.Substring(image.LastIndexOf('/') + 1).Split(':', '@');
        string repository = parts[0];
        string tag = parts.Length > 1 ? parts[1] : string.Empty;
        foreach ((string name, string version, string dataPath, string? variable) in Databases)
        {
            bool isMoved = variable is not null
                && container["env"].Mappings().Any(item => item["name"].TryGetString(out string? key) && key == variable);
            if (repository == name && tag.StartsWith(version, StringComparison.Ordinal) && place == dataPath && !isMoved)
            {
                context.Report(this, mount["mountPath"]!.Location, new RuleFinding(
                    $"'{path}' is the root of a new volume",
                    $"file systems keep lost+found there, and {name} refuses to initialize a directory that is not empty",
                    Phrase.Of($"mount a directory of the volume with `VolumeMount.subPath`")));
            }
        }
    }
}
