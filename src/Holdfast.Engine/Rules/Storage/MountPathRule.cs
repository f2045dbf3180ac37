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

    /// <summary>Images of databases that make their data in an empty directory only, and the variable that moves it.</summary>
    private static readonly (string Image, string DataPath, string? Variable)[] Databases =
    [
        ("postgres", "/var/lib/postgresql/data", "PGDATA"),
        ("mysql", "/var/lib/mysql", null),
        ("mariadb", "/var/lib/mysql", null),
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

        string repository = image.Substring(image.LastIndexOf('/') + 1).Split(':', '@')[0];
        foreach ((string name, string dataPath, string? variable) in Databases)
        {
            bool isMoved = variable is not null
                && container["env"].Mappings().Any(item => item["name"].TryGetString(out string? key) && key == variable);
            if (repository == name && place == dataPath && !isMoved)
            {
                context.Report(this, mount["mountPath"]!.Location, new RuleFinding(
                    $"'{path}' is the root of a new volume",
                    $"file systems keep lost+found there, and {name} refuses to initialize a directory that is not empty",
                    Phrase.Of($"mount a directory of the volume with `VolumeMount.subPath`")));
            }
        }
    }
}
