using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

/// <summary>HF3013: a new volume belongs to root, and the containers do not run as root.</summary>
internal sealed class FileGroupRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3013",
        title: "A new volume may belong to root",
        messageFormat: "'{0}' runs as a non-root user and has claim templates but no file group, so on most storage it cannot write to a new volume (permission denied); set {1}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3013"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? pod = set.PodSpec.At("securityContext");
        if (!set.ClaimTemplates.Any() || pod is UnknownNode || !pod.At("fsGroup").IsAbsent())
        {
            return;
        }

        ManifestNode? user = set.Containers.Select(static container => container["securityContext"]).Prepend(pod)
            .SelectMany(static security => new[] { security.At("runAsUser"), security.At("runAsNonRoot") })
            .FirstOrDefault(static node => node.IsTrue() || (node.TryGetInteger(out long id) && id > 0));
        if (user is not null)
        {
            context.Report(this, user.Location, new RuleFinding(set.DisplayName, new FieldText("PodSecurityContext", "fsGroup")));
        }
    }
}
