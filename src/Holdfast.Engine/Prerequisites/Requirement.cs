using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Prerequisites;

/// <summary>An object that others refer to and that none of them is.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace; null where its kind has none or it is not known.</param>
/// <param name="Keys">The entries that are named, sorted.</param>
/// <param name="IsOptional">Whether pods start without it.</param>
internal sealed record Requirement(string Kind, string Name, string? Namespace, EquatableArray<string> Keys, bool IsOptional)
{
    /// <summary>As a line of a manifest's head: <c>Secret orders-db (keys: password, user)</c>.</summary>
    public string Describe()
    {
        string[] more =
        [
            .. Namespace is null ? Array.Empty<string>() : ["namespace " + Namespace],
            .. Keys.Count == 0 ? Array.Empty<string>() : [(Keys.Count == 1 ? "key " : "keys ") + string.Join(", ", Keys)],
            .. IsOptional ? ["optional"] : Array.Empty<string>(),
        ];
        return $"{Kind} {Name}{(more.Length == 0 ? string.Empty : $" ({string.Join("; ", more)})")}";
    }
}
