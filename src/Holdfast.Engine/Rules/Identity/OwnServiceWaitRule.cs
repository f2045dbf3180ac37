using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Containers;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor OwnServiceWaitRule = new(
        id: "HF1019",
        title: "An init container waits for its own pods",
        messageFormat: "The init container '{0}' waits for '{1}', {2}, so the first pod never starts; wait for it in the container itself, or not at all",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The containers of a pod start after its init containers, and a pod whose init containers run is not ready.",
        helpLinkUri: HelpLink.For("HF1019"));
}

/// <summary>HF1019: an init container that waits for the Service of the pods that it is in.</summary>
internal sealed class OwnServiceWaitRule() : PodOwnerRule(RuleDescriptors.OwnServiceWaitRule)
{
    /// <summary>Scripts that wait as long as it takes: nothing in them counts, and nothing tells one replica from another.</summary>
    private static readonly Regex Loop = new(@"\b(?:until|while)\b", RegexOptions.CultureInvariant);

    private static readonly Regex Bounded = new(@"\b(?:timeout|seq|break|exit|for|case|if|ordinal|RETRIES|SECONDS)\b|HOSTNAME|POD_NAME|ORDINAL|hostname|-lt|-gt|-le|-ge|\|\|\s*true|\{1\.\.|&\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    /// <summary>What asks DNS only.</summary>
    private static readonly Regex Lookup = new(@"\b(?:nslookup|getent\s+(?:hosts|ahosts\w*)|host|dig)\s+(?:[+-]\S+\s+)*['""]?(?<name>[A-Za-z0-9.-]+)", RegexOptions.CultureInvariant);

    /// <summary>What connects, with the host where each program takes it.</summary>
    private static readonly Regex Connect = new(
        @"(?:\b(?:nc|ncat|telnet)\s+(?:-\S+\s+(?:[0-9]+\s+)?)*"
        + @"|\b(?:curl|wget)\b[^;|&\n]*?://"
        + @"|\b(?:pg_isready|psql|mysqladmin|mysql|mariadb|mariadb-admin|redis-cli|mongo|mongosh)\b[^;|&\n]*?(?:\s-h\s*|\s--host[=\s]|://(?:[^/\s]*@)?))"
        + @"['""]?(?<name>[a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*)(?=[\s:/'"";)]|$)",
        RegexOptions.CultureInvariant);

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.PodSpec.At("initContainers").Mappings())
        {
            // Sidecars do not end before the others start.
            if (container["restartPolicy"] is not null)
            {
                continue;
            }

            foreach (ScalarNode script in ShellUse.Items(container["command"]).Concat(ShellUse.Items(container["args"])).OfType<ScalarNode>())
            {
                if (Loop.IsMatch(script.Text) && !Bounded.IsMatch(script.Text) && Waits(script.Text, owner, manifests) is var (name, why))
                {
                    context.Report(this, script.Location, new RuleFinding(container["name"].TryGetString(out string? own) ? own : owner.DisplayName, name, why));
                }
            }
        }
    }

    private static (string Name, string Why)? Waits(string script, PodOwnerView owner, ManifestSet manifests)
    {
        foreach (Match match in Lookup.Matches(script).Cast<Match>())
        {
            if (Own(match.Groups["name"].Value, owner, manifests) is { IsHeadless: true } service && !MayPublish(service))
            {
                return (match.Groups["name"].Value, "which has no address before a pod of the same kind is ready");
            }
        }

        foreach (Match match in Connect.Matches(script).Cast<Match>())
        {
            if (Own(match.Groups["name"].Value, owner, manifests) is not null)
            {
                return (match.Groups["name"].Value, "behind which are the pods that it is in, and nothing listens in them yet");
            }
        }

        return null;
    }

    /// <summary>The Service of a name, if it leads to the pods of the object and to no others.</summary>
    private static ServiceView? Own(string host, PodOwnerView owner, ManifestSet manifests)
    {
        string[] labels = host.Split('.');
        bool isPod = owner is StatefulSetView set && set.Name.TryGetString(out string? setName) && KubernetesNames.TryParsePod(labels[0], setName, out _);
        if (isPod && labels.Length < 2)
        {
            return null;
        }

        ServiceView? service = null;
        foreach (ServiceView candidate in manifests.KnownServicesNamed(labels[isPod ? 1 : 0]))
        {
            if (candidate.IsApartFrom(owner))
            {
                continue;
            }

            if (candidate.IsInNamespaceOf(owner) != true || Selection.Selects(candidate.Selector, owner.PodLabels) != true || candidate.IsHeadless is null)
            {
                return null;
            }

            service ??= candidate;
        }

        return service is null || manifests.KnownPodOwners.Any(other => !other.IsSameObject(owner) && !other.IsApartFrom(owner) && Selection.Selects(service.Selector, other.PodLabels) != false)
            ? null
            : service;
    }

    private static bool MayPublish(ServiceView service) => service.PublishNotReadyAddresses is UnknownNode
        || service.PublishNotReadyAddresses.IsTrue()
        || service.Node.At("metadata", "annotations", "service.alpha.kubernetes.io/tolerate-unready-endpoints") is not null;
}
