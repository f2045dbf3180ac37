using System.Globalization;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>A value of a replacement that is put at the end of a path, which must lead somewhere.</summary>
/// <param name="value">The value.</param>
/// <param name="create">Whether fields that are not there are made.</param>
internal sealed class ReplacementEdit(ManifestNode value, bool create) : TreeEdit
{
    protected override ManifestNode? Change(ManifestNode? node) => node is null && !create ? Stop(node) : As(node, value);

    protected override MappingNode? Create(ManifestNode? node) => node is null && create ? new MappingNode([]) : null;

    protected override IReadOnlyList<int>? ItemsOf(SequenceNode list, string step, bool isLast) =>
        KustomizeReplacements.Items(list, step) is { Count: > 0 } found ? found : null;

    /// <summary>
    /// A value in place of another: kustomize copies the text and leaves the type, so a number becomes a string where one stands,
    /// and the other way round (<c>api/filters/replacement</c>).
    /// </summary>
    private static ManifestNode As(ManifestNode? target, ManifestNode value) => (target, value) switch
    {
        (ScalarNode { Kind: ScalarKind.String }, ScalarNode { Kind: not ScalarKind.Null } given) => ScalarNode.String(given.Text, given.Location),
        (ScalarNode { Kind: ScalarKind.Integer }, ScalarNode { Kind: ScalarKind.String } given) =>
            long.TryParse(given.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? ScalarNode.Integer(number, given.Location) : value,
        _ => value,
    };
}
