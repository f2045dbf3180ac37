using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Prerequisites;

/// <summary>
/// What the applications of a project make, by kind and name. Each application asks for what it needs of the others, and a look at all of
/// them for each would take a thousand applications a million looks.
/// </summary>
/// <param name="all">The objects.</param>
internal sealed class MadeIndex(EquatableArray<MadeObject> all) : IEquatable<MadeIndex>
{
    private Dictionary<(string Kind, string Name), List<MadeObject>>? _byName;

    /// <summary>Of no application.</summary>
    public static MadeIndex Empty { get; } = new(EquatableArray<MadeObject>.Empty);

    /// <summary>Whether one of the objects is the one that is required.</summary>
    public bool Meets(Requirement requirement)
    {
        string name = requirement.Name;
        if (Has(name, requirement))
        {
            return true;
        }

        // Claims of a set are there once, without their ordinals.
        for (int length = name.Length - 1; length > 0 && name[length] is >= '0' and <= '9'; length--)
        {
            if (Has(name.Substring(0, length) + "*", requirement))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(MadeIndex? other) => other is not null && all.Equals(other.All);

    public override bool Equals(object? obj) => Equals(obj as MadeIndex);

    public override int GetHashCode() => all.GetHashCode();

    private EquatableArray<MadeObject> All => all;

    private bool Has(string name, Requirement requirement)
    {
        if ((_byName ??= ByName()).TryGetValue((requirement.Kind, name), out List<MadeObject>? found))
        {
            foreach (MadeObject made in found)
            {
                if (made.Meets(requirement))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Dictionary<(string, string), List<MadeObject>> ByName()
    {
        var byName = new Dictionary<(string, string), List<MadeObject>>();
        foreach (MadeObject made in all)
        {
            if (!byName.TryGetValue((made.Kind, made.Name), out List<MadeObject>? same))
            {
                byName.Add((made.Kind, made.Name), same = []);
            }

            same.Add(made);
        }

        return byName;
    }
}
