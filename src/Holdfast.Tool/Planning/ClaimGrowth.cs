using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Planning;

namespace Holdfast.Tool.Planning;

/// <summary>A claim template that asks for more storage than before.</summary>
/// <param name="Template">Its name.</param>
/// <param name="Before">The size before, as it is written.</param>
/// <param name="After">The size to come, as it is written.</param>
/// <param name="StorageClass">The StorageClass; null where the cluster's default one counts.</param>
internal sealed record ClaimGrowth(string Template, string Before, string After, string? StorageClass)
{
    private const string Size = "spec.volumeClaimTemplates.spec.resources.requests.storage";

    /// <summary>The templates of a set that grow.</summary>
    public static ImmutableArray<ClaimGrowth> Of(ObjectChange set) =>
    [
        .. set.Fields
            .Where(static change => change.Path.IsIn(Size))
            .Select(change => (Change: change, Name: NameOf(change.Path)))
            .Where(static one => one.Name is not null && one.Change is { Before: ScalarNode before, After: ScalarNode after }
                && Quantity.TryParse(before.Text, out Quantity had) && Quantity.TryParse(after.Text, out Quantity asks) && asks.CompareTo(had) > 0)
            .Select(one => new ClaimGrowth(one.Name!, ((ScalarNode)one.Change.Before!).Text, ((ScalarNode)one.Change.After!).Text, ClassOf(set, one.Name!))),
    ];

    private static string? NameOf(FieldPath path) => path.Steps[2].Item?.Fields[0].Value;

    private static string? ClassOf(ObjectChange set, string template) => set.Node.At("spec", "volumeClaimTemplates").Mappings()
        .FirstOrDefault(node => node.At("metadata", "name").Is(template)).At("spec", "storageClassName").TryGetString(out string? name) ? name : null;
}
