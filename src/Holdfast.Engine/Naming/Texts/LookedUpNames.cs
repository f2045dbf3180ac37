using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>Names in the texts of pods that only the cluster's DNS resolves.</summary>
internal static class LookedUpNames
{
    /// <summary>Variables whose value is a host, where it may be a single word.</summary>
    private static readonly Regex HostVariable = new("HOST|SERVER|ADDR|URL|URI|ENDPOINT|BROKER|BOOTSTRAP|PEER|SEED", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The first of them, as it is written; null where none is known for certain.</summary>
    public static string? First(PodOwnerView owner, ManifestSet manifests) =>
        InTexts(ManifestText.GroupsOf(owner.Node), manifests)
        ?? InVariables(owner, manifests)
        ?? InTexts(manifests.ConfigMaps.Where(map => IsUsed(map, owner)).SelectMany(static map => ManifestText.GroupsOf(map.Node)), manifests);

    private static string? InTexts(IEnumerable<IReadOnlyList<ManifestText>> groups, ManifestSet manifests)
    {
        foreach (ManifestText text in groups.SelectMany(static group => group))
        {
            foreach (HostName host in HostText.In(text.Text))
            {
                if (IsOfCluster(host, manifests))
                {
                    string name = text.Text.Substring(host.Start, host.Length);
                    return text.PodName is { } pod ? HostText.Display(name).Replace(pod.Became, pod.Written) : HostText.Display(name);
                }
            }
        }

        return null;
    }

    private static string? InVariables(PodOwnerView owner, ManifestSet manifests)
    {
        foreach (MappingNode variable in owner.Containers.SelectMany(static container => container["env"].Mappings()))
        {
            if (variable["value"].TryGetString(out string? value)
                && variable["name"].TryGetString(out string? name)
                && HostVariable.IsMatch(name)
                && manifests.KnownServicesNamed(value.Split(':')[0]).Any())
            {
                return value.Split(':')[0];
            }
        }

        return null;
    }

    private static bool IsOfCluster(HostName host, ManifestSet manifests)
    {
        if (host.HasServiceLabelAt(2) || host.HasServiceLabelAt(3))
        {
            return true;
        }

        bool isPod = host.Labels.Length is 2 or 3
            && host.Labels[0].Length > 2
            && (host.IsOpen(0) || char.IsDigit(host.Labels[0][host.Labels[0].Length - 1]))
            && host.Labels[0].IndexOf('-') > 0
            && manifests.KnownServicesNamed(host.Labels[1]).Any(static service => service.IsHeadless == true);
        return isPod || ((host.IsInUrl || host.Port is not null) && host.Labels.Length == 1 && manifests.KnownServicesNamed(host.Labels[0]).Any());
    }

    /// <summary>Whether a ConfigMap is in the files or variables of pods.</summary>
    public static bool IsUsed(ConfigMapView map, PodOwnerView owner) => map.Name.TryGetString(out string? name)
        && map.IsInNamespaceOf(owner) == true
        && (owner.Volumes.Any(volume => volume.At("configMap", "name").Is(name))
            || owner.Containers.Any(container => container["envFrom"].Mappings().Any(source => source.At("configMapRef", "name").Is(name))));
}
