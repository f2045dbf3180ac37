using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// Things by their labels, so that a thousand selectors are not compared with a thousand pods each. What is asked for is found by the
/// label that the fewest have: many have all pods of a project in common.
/// </summary>
/// <typeparam name="T">What has labels.</typeparam>
internal sealed class LabelLookup<T>
{
    private readonly IReadOnlyList<T> _all;

    private readonly Dictionary<TextPair, List<T>> _byLabel = [];

    /// <summary>Those of whose labels something is not known.</summary>
    private readonly List<T> _uncertain = [];

    public LabelLookup(IReadOnlyList<T> all, Func<T, ManifestNode?> labels)
    {
        _all = all;
        foreach (T one in all)
        {
            if (!Labels.AreKnown(labels(one)))
            {
                _uncertain.Add(one);
            }

            foreach (TextPair label in Labels.Of(labels(one)))
            {
                if (!_byLabel.TryGetValue(label, out List<T>? list))
                {
                    _byLabel.Add(label, list = []);
                }

                list.Add(one);
            }
        }
    }

    /// <summary>All that may have these labels, and maybe some that have only one of them; each in its order but for those that are uncertain.</summary>
    /// <param name="wanted">The labels; where none has a value that is known, all may have them.</param>
    public IEnumerable<T> MayHave(ManifestNode? wanted) => Rarest(wanted) is { } rarest ? rarest.Concat(_uncertain) : _all;

    /// <summary>All that may have them for certain: all where no label is asked for.</summary>
    public IEnumerable<T> HaveOrAll(ManifestNode? wanted) => Rarest(wanted) ?? _all;

    /// <summary>All that have these labels for certain, and maybe some that have only one of them, in their order; none where no label is asked for.</summary>
    public IEnumerable<T> Have(ManifestNode? wanted) => Rarest(wanted) ?? [];

    private List<T>? Rarest(ManifestNode? wanted)
    {
        List<T>? rarest = null;
        foreach (TextPair label in Labels.Of(wanted))
        {
            List<T> with = _byLabel.TryGetValue(label, out List<T>? list) ? list : [];
            if (rarest is null || with.Count < rarest.Count)
            {
                rarest = with;
            }
        }

        return rarest;
    }
}
