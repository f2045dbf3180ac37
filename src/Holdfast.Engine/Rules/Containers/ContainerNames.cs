using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>Several containers of a pod in one finding.</summary>
internal static class ContainerNames
{
    /// <summary>Their names for messages: <c>'orders', 'proxy' and 'backup'</c>.</summary>
    public static string Of(IReadOnlyList<MappingNode> containers, PodOwnerView owner)
    {
        if (containers.Count == 1)
        {
            return NameOf(containers[0], owner);
        }

        string[] names = [.. containers.Select(container => NameOf(container, owner))];
        return names.Length == 1 ? names[0] : string.Join(", ", names.Take(names.Length - 1)) + " and " + names[names.Length - 1];
    }

    private static string NameOf(MappingNode container, PodOwnerView owner) =>
        container["name"].TryGetString(out string? name) ? $"'{name}'" : $"'{owner.DisplayName}'";

    /// <summary>Where a finding about a container belongs.</summary>
    public static Location? PlaceOf(MappingNode container) => (container["image"] ?? container).Location;

    public static ImmutableArray<Location> PlacesOf(IEnumerable<MappingNode> containers) => [.. containers.Select(PlaceOf).OfType<Location>()];
}
