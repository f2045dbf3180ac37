using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// Objects by their namespaces, as <see cref="ObjectView.IsInNamespaceOf"/> compares them: of one whose namespace is not told, and
/// beside one whose is told, it is not known whether they are together.
/// </summary>
/// <typeparam name="T">The view.</typeparam>
/// <typeparam name="TGroup">What is made of those of one namespace.</typeparam>
internal sealed class NamespaceGroups<T, TGroup>
    where T : ObjectView
    where TGroup : class
{
    private readonly Dictionary<ManifestNode, TGroup> _named = [];

    private readonly TGroup? _unnamed;

    private readonly bool _isAnyUnknown;

    public NamespaceGroups(IEnumerable<T> views, Func<IReadOnlyList<T>, TGroup> group)
    {
        var unnamed = new List<T>();
        var named = new Dictionary<ManifestNode, List<T>>();
        foreach (T view in views)
        {
            switch (view.Namespace)
            {
                case null:
                    unnamed.Add(view);
                    break;
                case UnknownNode:
                    _isAnyUnknown = true;
                    break;
                case { } name:
                    if (!named.TryGetValue(name, out List<T>? list))
                    {
                        named.Add(name, list = []);
                    }

                    list.Add(view);
                    break;
            }
        }

        _unnamed = unnamed.Count > 0 ? group(unnamed) : null;
        foreach (KeyValuePair<ManifestNode, List<T>> one in named)
        {
            _named.Add(one.Key, group(one.Value));
        }
    }

    /// <summary>Whether it is not known of some whether they are in the namespace of an object.</summary>
    public bool MayHold(ObjectView other) => other.Namespace switch
    {
        _ when _isAnyUnknown => true,
        UnknownNode => _unnamed is not null || _named.Count > 0,
        null => _named.Count > 0,
        _ => _unnamed is not null,
    };

    /// <summary>Those that are in the namespace of an object; null where there is none.</summary>
    public TGroup? Of(ObjectView other) => other.Namespace switch
    {
        null => _unnamed,
        UnknownNode => null,
        var name => _named.TryGetValue(name, out TGroup? group) ? group : null,
    };
}
