namespace Holdfast.Engine.Prerequisites;

/// <summary>An object that is made, as far as it can be what others refer to.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name; for the claims of a set, what stands before the ordinal, and <c>*</c>.</param>
/// <param name="Namespace">Its namespace; null where its kind has none or it is not known.</param>
internal sealed record MadeObject(string Kind, string Name, string? Namespace)
{
    /// <summary>Whether it is the object that is required, as far as both say.</summary>
    public bool Meets(Requirement requirement) =>
        Kind == requirement.Kind
        && (Namespace is null || requirement.Namespace is null || Namespace == requirement.Namespace)
        && (Name == requirement.Name || IsClaim(requirement.Name));

    private bool IsClaim(string name)
    {
        int length = Name.Length - 1;
        return length > 0
            && Name[length] == '*'
            && name.Length > length
            && string.CompareOrdinal(name, 0, Name, 0, length) == 0
            && name.Skip(length).All(static c => c is >= '0' and <= '9');
    }
}
