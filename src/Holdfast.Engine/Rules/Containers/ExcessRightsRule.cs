using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ExcessRightsRule = new(
        id: "HF6012",
        title: "A container may run as root or write to its root file system",
        messageFormat: "{0} can {1}, which helps an attacker who gets in; {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6012"));
}

/// <summary>HF6012: a container that may do more than it needs.</summary>
internal sealed class ExcessRightsRule() : PodOwnerRule(RuleDescriptors.ExcessRightsRule)
{
    private static readonly Phrase LacksUser = Phrase.Of($"`SecurityContext.runAsNonRoot` (HF6012)");

    private static readonly Phrase LacksBoth = Phrase.Of($"`SecurityContext.runAsNonRoot` with `SecurityContext.readOnlyRootFilesystem` (HF6012)");

    private static readonly Phrase LacksReadOnly = Phrase.Of($"`SecurityContext.readOnlyRootFilesystem` (HF6012)");

    private static readonly Phrase SetUser = Phrase.Of($"set `SecurityContext.runAsNonRoot: true`");

    private static readonly Phrase SetBoth = Phrase.Of($"set `SecurityContext.runAsNonRoot: true` and `SecurityContext.readOnlyRootFilesystem: true`, and mount a volume (`Volume.emptyDir`) at /tmp and wherever else it writes");

    private static readonly Phrase SetReadOnly = Phrase.Of($"set `SecurityContext.readOnlyRootFilesystem: true`, and mount a volume (`Volume.emptyDir`) at /tmp and wherever else it writes");

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? pod = owner.PodSpec.At("securityContext");
        if (owner.PodSpec.At("os", "name").Is("windows") || pod is UnknownNode)
        {
            return;
        }

        IReadOnlyList<MappingNode> all = owner.Containers;
        for (int i = 0; i < all.Count; i++)
        {
            // One suggestion for all containers that can do the same, at the first.
            if (RightsOf(all[i], pod) is not var (canBeRoot, isReadOnly) || (!canBeRoot && isReadOnly) || IsSaid(i, (canBeRoot, isReadOnly)))
            {
                continue;
            }

            IReadOnlyList<MappingNode> containers = all.Count == 1 ? all : Alike(all, pod, (canBeRoot, isReadOnly));
            context.Report(this, ContainerNames.PlaceOf(containers[0]), new RuleFinding(
                ContainerNames.Of(containers, owner),
                (canBeRoot, isReadOnly) switch
                {
                    (true, true) => "run as root",
                    (true, false) => "run as root and write to its root file system",
                    _ => "write to its root file system",
                },
                Advice(canBeRoot, isReadOnly))
            {
                AdditionalLocations = containers.Count == 1 ? [] : ContainerNames.PlacesOf(containers.Skip(1)),
                Lack = new Lack(owner, (canBeRoot, isReadOnly) switch
                {
                    (true, true) => LacksUser,
                    (true, false) => LacksBoth,
                    _ => LacksReadOnly,
                }),
            });
        }

        bool IsSaid(int index, (bool, bool) rights)
        {
            for (int i = 0; i < index; i++)
            {
                if (RightsOf(all[i], pod) == rights)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static MappingNode[] Alike(IReadOnlyList<MappingNode> all, ManifestNode? pod, (bool CanBeRoot, bool IsReadOnly) rights) =>
        [.. all.Where(other => RightsOf(other, pod) == rights)];

    /// <summary>What a container can do; null where that is not known.</summary>
    private static (bool CanBeRoot, bool IsReadOnly)? RightsOf(MappingNode container, ManifestNode? pod)
    {
        ManifestNode? own = container["securityContext"];
        ManifestNode? user = own.At("runAsUser") ?? pod.At("runAsUser");
        ManifestNode? nonRoot = own.At("runAsNonRoot") ?? pod.At("runAsNonRoot");
        ManifestNode? readOnly = own.At("readOnlyRootFilesystem");
        return own is UnknownNode || user is UnknownNode || nonRoot is UnknownNode || readOnly is UnknownNode
            ? null
            : (!nonRoot.IsTrue() && (!user.TryGetInteger(out long id) || id == 0), readOnly.IsTrue());
    }

    /// <summary>A read-only root breaks what writes to /tmp, and .NET does: its diagnostics put a socket there.</summary>
    private static Phrase Advice(bool canBeRoot, bool isReadOnly) => (canBeRoot, isReadOnly) switch
    {
        (true, true) => SetUser,
        (true, false) => SetBoth,
        _ => SetReadOnly,
    };
}
