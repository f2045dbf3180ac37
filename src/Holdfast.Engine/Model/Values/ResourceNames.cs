namespace Holdfast.Engine.Model.Values;

/// <summary>Names of what containers ask for.</summary>
internal static class ResourceNames
{
    private const string HugePages = "hugepages-";

    private const string Reserved = "requests.";

    /// <summary>What is wrong with a name, in words that follow it; null where it is right.</summary>
    public static string? Problem(string name)
    {
        if (name is "cpu" or "memory" or "ephemeral-storage")
        {
            return null;
        }

        if (IsHugePages(name))
        {
            return PageSize(name) is null ? "has no page size" : null;
        }

        if (!name.Contains('/'))
        {
            return "is not a resource that a container can request";
        }

        return name.StartsWith(Reserved, StringComparison.Ordinal) ? $"begins with '{Reserved}', which is reserved for quotas" : LabelSyntax.KeyProblem(name);
    }

    /// <summary>Whether it is of a kind that the cluster's administrators add.</summary>
    public static bool IsExtended(string name) => name.Contains('/') && Problem(name) is null;

    /// <summary>Whether a container gets exactly what it asks for, so that the limit is the same.</summary>
    public static bool IsExact(string name) => IsExtended(name) || IsHugePages(name);

    public static bool IsHugePages(string name) => name.StartsWith(HugePages, StringComparison.Ordinal);

    /// <summary>The size of pages that a name has at its end; null where it is none.</summary>
    public static Quantity? PageSize(string name) => Quantity.TryParse(name.Substring(HugePages.Length), out Quantity size) && size.IsPositive ? size : null;
}
