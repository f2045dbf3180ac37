using System.Globalization;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>Declared values as nodes: null where the user said nothing, unknown where it cannot be understood.</summary>
internal static class Nodes
{
    public static ManifestNode? Of(Declared<string> value) => Of(value, static (text, location) => ScalarNode.String(text, location));

    public static ManifestNode? Of(Declared<int> value) => Of(value, static (number, location) => ScalarNode.Integer(number, location));

    public static ManifestNode? Of(Declared<long> value) => Of(value, static (number, location) => ScalarNode.Integer(number, location));

    public static ManifestNode? Of(Declared<bool> value) => Of(value, static (flag, location) => ScalarNode.Boolean(flag, location));

    /// <summary>A number, or the share of a whole where one is declared.</summary>
    public static ManifestNode? IntOrPercent(Declared<int> number, Declared<int> percent) => percent.State == DeclaredState.Absent
        ? Of(number)
        : Of(percent, static (share, location) => ScalarNode.String(share.ToString(CultureInfo.InvariantCulture) + "%", location));

    /// <summary>A flag that is false where it is not written, so that false is not.</summary>
    public static ManifestNode? Flag(Declared<bool> value) => value.TryGet(out bool flag) && !flag ? null : Of(value);

    /// <summary>A list that is not written where it is empty.</summary>
    public static ManifestNode? NonEmpty(Declared<EquatableArray<string>> value) =>
        value.TryGet(out EquatableArray<string> items) && items.Count == 0 ? null : Of(value);

    public static ManifestNode? Of(Declared<EquatableArray<string>> value) => Of(
        value,
        static (items, location) => new SequenceNode(items.Select(item => ScalarNode.String(item, location)), location));

    private static ManifestNode? Of<T>(Declared<T> value, Func<T, Microsoft.CodeAnalysis.Location?, ManifestNode> create)
        where T : IEquatable<T> => value.State switch
        {
            DeclaredState.Absent => null,
            DeclaredState.Known => create(value.OrDefault(default!), value.Location),
            _ => new UnknownNode(value.Location),
        };
}
