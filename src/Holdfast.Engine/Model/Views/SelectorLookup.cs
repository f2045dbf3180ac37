using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>What selects pods, by one of the labels that it asks for, the one that the fewest ask for.</summary>
/// <typeparam name="T">What selects.</typeparam>
internal sealed class SelectorLookup<T>
{
    private readonly IReadOnlyList<T> _all;

    private readonly Dictionary<TextPair, List<int>> _byLabel = [];

    /// <summary>Those that ask for no label whose value is known.</summary>
    private readonly List<int> _others = [];

    public SelectorLookup(IReadOnlyList<T> all, Func<T, ManifestNode?> wanted)
    {
        _all = all;
        var count = new Dictionary<TextPair, int>();
        foreach (TextPair label in all.SelectMany(one => Labels.Of(wanted(one))))
        {
            count[label] = count.TryGetValue(label, out int known) ? known + 1 : 1;
        }

        for (int i = 0; i < all.Count; i++)
        {
            TextPair? rarest = null;
            foreach (TextPair label in Labels.Of(wanted(all[i])))
            {
                rarest = rarest is not null && count[rarest] <= count[label] ? rarest : label;
            }

            if (rarest is null)
            {
                _others.Add(i);
            }
            else if (_byLabel.TryGetValue(rarest, out List<int>? list))
            {
                list.Add(i);
            }
            else
            {
                _byLabel.Add(rarest, [i]);
            }
        }
    }

    /// <summary>All that may select pods of these labels, and maybe some that do not, in their order.</summary>
    public IEnumerable<T> MaySelect(ManifestNode? labels)
    {
        if (!Labels.AreKnown(labels))
        {
            return _all;
        }

        List<int> found = [.. _others];
        foreach (TextPair label in Labels.Of(labels))
        {
            if (_byLabel.TryGetValue(label, out List<int>? list))
            {
                found.AddRange(list);
            }
        }

        found.Sort();
        return found.Select(i => _all[i]);
    }
}
