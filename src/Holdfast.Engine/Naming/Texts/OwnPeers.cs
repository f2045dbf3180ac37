using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>Lists of the replicas of a set in its own variables, arguments and ConfigMaps, which its replicas find each other by.</summary>
internal static class OwnPeers
{
    /// <summary>The first that names all replicas, for messages: <c>'PEERS'</c>; null where there is none.</summary>
    public static string? ListOf(StatefulSetView set, ManifestSet manifests)
    {
        if (set.Replicas is not (> 1 and <= MostMembers and { } count) || !set.Name.TryGetString(out string? name) || !set.ServiceName.TryGetString(out string? service))
        {
            return null;
        }

        IEnumerable<IReadOnlyList<ManifestText>> groups = ManifestText.GroupsOf(set.Node)
            .Concat(manifests.ConfigMaps.Where(map => LookedUpNames.IsUsed(map, set)).SelectMany(static map => ManifestText.GroupsOf(map.Node)));
        foreach (ManifestText text in groups.SelectMany(static group => group))
        {
            var members = new HashSet<int>();
            foreach (HostName host in HostText.In(text.Text))
            {
                if (host.Labels.Length > 1 && host.Labels[1] == service && KubernetesNames.TryParsePod(host.Labels[0], name, out int ordinal))
                {
                    members.Add(ordinal);
                }
            }

            if (members.Count == count)
            {
                return $"'{(IsName(text.Before) ? text.Before : text.Text.Trim())}'";
            }
        }

        return null;
    }

    /// <summary>Longer lists are not written by hand.</summary>
    private const int MostMembers = 1000;

    private static bool IsName(string before) => before.Length is > 0 and < 60 && before.IndexOf(' ') < 0;
}
