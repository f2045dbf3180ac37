using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What does not go together in what containers, and a pod as a whole, ask for and may use.</summary>
internal static class ResourceCombinations
{
    private const string Requests = "requests";

    private const string Limits = "limits";

    public static IEnumerable<Combination> Find(PodOwnerView workload)
    {
        IEnumerable<Combination> all = Combination.None;
        foreach (MappingNode container in workload.Containers)
        {
            if (container["resources"] is MappingNode resources)
            {
                all = all.Concat(Amounts(resources)).Concat(HugePages(resources));
            }
        }

        if (workload.PodSpec.At("resources") is MappingNode whole)
        {
            all = all.Concat(Amounts(whole)).Concat(Sums(workload, whole));
        }

        return all;
    }

    private static IEnumerable<Combination> Amounts(MappingNode resources)
    {
        List<Combination>? found = null;
        foreach (MappingEntry request in Entries(resources, Requests))
        {
            ManifestNode? limit = resources.At(Limits, request.Key);
            bool isExact = ResourceNames.IsExact(request.Key);
            if (limit is null && isExact && resources[Limits] is not UnknownNode)
            {
                (found ??= []).Add(Combination.Of(request.Value, $"'{request.Key}' is requested without a limit and cannot be shared", "set the same limit"));
            }
            else if (TryParse(request.Value, out Quantity asked) && TryParse(limit, out Quantity most))
            {
                if (asked.CompareTo(most) > 0)
                {
                    (found ??= []).Add(Combination.Of(request.Value, $"The request for {request.Key} is above the limit", "lower the request, or raise the limit"));
                }
                else if (isExact && asked.CompareTo(most) < 0)
                {
                    (found ??= []).Add(Combination.Of(request.Value, $"The request for '{request.Key}' is below the limit, and it cannot be shared", "set both to the same amount"));
                }
            }

            if (ResourceNames.IsExtended(request.Key) && TryParse(request.Value, out Quantity amount) && !amount.IsWhole)
            {
                (found ??= []).Add(Combination.Of(request.Value, $"The request for '{request.Key}' is a fraction", "request a whole number"));
            }
        }

        return found ?? Combination.None;
    }

    private static IEnumerable<Combination> HugePages(MappingNode resources)
    {
        if (!HasHugePages(resources[Requests]) && !HasHugePages(resources[Limits]))
        {
            return Combination.None;
        }

        List<Combination>? found = null;
        MappingEntry[] pages = [.. Entries(resources, Requests).Concat(Entries(resources, Limits)).Where(static entry => ResourceNames.IsHugePages(entry.Key))];
        foreach (MappingEntry entry in pages)
        {
            if (ResourceNames.PageSize(entry.Key) is { } size && TryParse(entry.Value, out Quantity amount) && !amount.IsMultipleOf(size))
            {
                (found ??= []).Add(Combination.Of(entry.Value, $"'{entry.Key}' is not a multiple of its page size", "use a multiple of the page size"));
            }
        }

        if (pages.Length > 0
            && resources[Requests] is not UnknownNode
            && resources[Limits] is not UnknownNode
            && !Entries(resources, Requests).Concat(Entries(resources, Limits)).Any(static entry => entry.Key is "cpu" or "memory"))
        {
            (found ??= []).Add(new Combination(pages[0].KeyLocation ?? pages[0].Value.Location, $"A container has {pages[0].Key} and neither cpu nor memory", "set one of the two as well"));
        }

        return found ?? Combination.None;
    }

    /// <summary>A pod asks for at least as much as its containers together, and none of them may use more than the pod.</summary>
    private static IEnumerable<Combination> Sums(PodOwnerView workload, MappingNode whole)
    {
        MappingNode[] containers = [.. workload.PodSpec.At("containers").Mappings()];
        foreach (MappingEntry request in Entries(whole, Requests))
        {
            // What is not known asks for more, not for less.
            Quantity sum = containers.Aggregate(
                default(Quantity),
                (so, container) => TryParse(container.At("resources", Requests, request.Key), out Quantity one) ? so.Plus(one) : so);
            if (TryParse(request.Value, out Quantity asked) && sum.CompareTo(asked) > 0)
            {
                yield return Combination.Of(request.Value, $"The containers request more {request.Key} than their pod", "raise the request of the pod to their sum");
            }
        }

        foreach (MappingEntry limit in Entries(whole, Limits))
        {
            foreach (ManifestNode? own in workload.Containers.Select(container => container.At("resources", Limits, limit.Key)))
            {
                if (TryParse(own, out Quantity used) && TryParse(limit.Value, out Quantity most) && used.CompareTo(most) > 0)
                {
                    yield return Combination.Of(own, $"The {limit.Key} limit of a container is above that of its pod", "lower it, or raise the limit of the pod");
                }
            }
        }
    }

    private static EquatableArray<MappingEntry> Entries(MappingNode resources, string field) =>
        resources[field] is MappingNode amounts ? amounts.Entries : default;

    private static bool HasHugePages(ManifestNode? amounts)
    {
        foreach (MappingEntry entry in (amounts as MappingNode)?.Entries ?? default)
        {
            if (ResourceNames.IsHugePages(entry.Key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryParse(ManifestNode? node, out Quantity quantity)
    {
        quantity = default;

        // A null is 0 to the API server (1.36).
        return node is ScalarNode { Kind: ScalarKind.Null } || node is ScalarNode { Kind: ScalarKind.String or ScalarKind.Integer or ScalarKind.Float } scalar && Quantity.TryParse(scalar.Text, out quantity);
    }
}
