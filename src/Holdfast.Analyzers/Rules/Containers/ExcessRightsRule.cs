using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>HF6012: a container that may do more than it needs.</summary>
internal sealed class ExcessRightsRule : PodOwnerRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6012",
        title: "A container may run as root, or write to its own file system",
        messageFormat: "'{0}' may {1}, which helps whoever breaks into it; {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6012"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? pod = owner.PodSpec.At("securityContext");
        if (owner.PodSpec.At("os", "name").Is("windows") || pod is UnknownNode)
        {
            return;
        }

        foreach (MappingNode container in owner.Containers)
        {
            ManifestNode? own = container["securityContext"];
            ManifestNode? user = own.At("runAsUser") ?? pod.At("runAsUser");
            ManifestNode? nonRoot = own.At("runAsNonRoot") ?? pod.At("runAsNonRoot");
            ManifestNode? readOnly = own.At("readOnlyRootFilesystem");
            if (own is UnknownNode || user is UnknownNode || nonRoot is UnknownNode || readOnly is UnknownNode)
            {
                continue;
            }

            bool canBeRoot = !nonRoot.IsTrue() && (!user.TryGetInteger(out long id) || id == 0);
            if (canBeRoot || !readOnly.IsTrue())
            {
                context.Report(this, (container["image"] ?? container).Origin, new RuleFinding(
                    container["name"].TryGetString(out string? name) ? name : owner.DisplayName,
                    (canBeRoot, readOnly.IsTrue()) switch
                    {
                        (true, true) => "run as root",
                        (true, false) => "run as root and write to its root file system",
                        _ => "write to its root file system",
                    },
                    canBeRoot ? "give it a user, and volumes where it writes" : "set ReadOnlyRootFilesystem = true, with an [EmptyDir] where it writes"));
            }
        }
    }
}
