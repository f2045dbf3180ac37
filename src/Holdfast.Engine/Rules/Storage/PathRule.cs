using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor PathRule = new(
        id: "HF3018",
        title: "A path of a volume has a form that Kubernetes refuses",
        messageFormat: "The {0} '{1}' {2}, so {3}; {4}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3018"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF3018: a path of a volume that is refused, or at which nothing can be mounted.</summary>
internal sealed class PathRule() : PodOwnerRule(RuleDescriptors.PathRule)
{
    private static readonly string[] ItemsOf = ["configMap", "secret", "downwardAPI"];

    private const string Refused = "the API server refuses the object";

    private const string NeverStarts = "the API server accepts it, but the container never starts";

    protected override void Check(PodOwnerView workload, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in workload.Containers)
        {
            foreach (MappingNode mount in container["volumeMounts"].Mappings())
            {
                MountPath(mount["mountPath"]);
                Relative(mount["subPath"], "sub-path");
                Relative(mount["subPathExpr"], "sub-path");
            }

            foreach (MappingNode device in container["volumeDevices"].Mappings())
            {
                Climbs(device["devicePath"], "device path");
            }
        }

        foreach (MappingNode volume in workload.Volumes)
        {
            Climbs(volume.At("hostPath", "path"), "host path");
            FilesOf(volume);
            foreach (MappingNode source in volume.At("projected", "sources").Mappings())
            {
                FilesOf(source);
            }
        }

        void FilesOf(MappingNode source)
        {
            foreach (string kind in ItemsOf)
            {
                foreach (MappingNode item in source.At(kind, "items").Mappings())
                {
                    File(item["path"]);
                }
            }

            File(source.At("serviceAccountToken", "path"));
        }

        void File(ManifestNode? path)
        {
            Relative(path, "path of an item");
            if (path.TryGetString(out string? text) && text.StartsWith("..", StringComparison.Ordinal) && !text.Split('/').Contains(".."))
            {
                Report(path!, "path of an item", text, "begins with '..'", Refused, "remove the dots");
            }
        }

        void MountPath(ManifestNode? node)
        {
            if (!node.TryGetString(out string? path))
            {
                return;
            }

            if (path.Length == 0)
            {
                Report(node!, "mount path", path, "is empty", Refused, "use an absolute path");
            }
            else if (path.Contains(':'))
            {
                Report(node!, "mount path", path, "has a colon", NeverStarts, "remove it");
            }
            else if (path == "/")
            {
                Report(node!, "mount path", path, "hides the whole image", NeverStarts, "mount it at a directory");
            }
            else if (path[0] != '/' && path.IndexOf('\\') < 0)
            {
                Report(node!, "mount path", path, "is relative", "its target depends on the container runtime", "start it with a slash", DiagnosticSeverity.Warning, "/" + path);
            }
        }

        void Relative(ManifestNode? node, string what)
        {
            if (node.TryGetString(out string? path) && path.StartsWith("/", StringComparison.Ordinal))
            {
                string rest = path.TrimStart('/');
                Report(node!, what, path, "is absolute", Refused, "remove the slash", suggestion: rest.Length > 0 ? rest : null);
            }
            else
            {
                Climbs(node, what);
            }
        }

        void Climbs(ManifestNode? node, string what)
        {
            if (node.TryGetString(out string? path) && path.IndexOf("..", StringComparison.Ordinal) >= 0 && path.Split('/').Contains(".."))
            {
                Report(node!, what, path, "has '..' in it", Refused, "write the resolved path");
            }
        }

        void Report(ManifestNode node, string what, string path, string problem, string consequence, string advice, DiagnosticSeverity? severity = null, string? suggestion = null) =>
            context.Report(this, node.Location, new RuleFinding(what, path, problem, consequence, advice)
            {
                Severity = severity,
                Properties = FixProperties.Replace(suggestion),
            });
    }
}
