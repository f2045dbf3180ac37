using System.Text.RegularExpressions;

namespace Holdfast.Engine.Naming;

/// <summary>What a text is for, as its surroundings tell.</summary>
/// <param name="IsHost">Whether it is handed to something that takes a host's name.</param>
/// <param name="IsSelection">Whether it is for some of the replicas only: seeds, contact points.</param>
/// <param name="IsDeclaration">Whether it is an argument of one of Holdfast's attributes.</param>
internal sealed record TextUse(bool IsHost, bool IsSelection, bool IsDeclaration)
{
    /// <summary>Whether pods of the cluster read it, so that the name of a Service alone is one in their namespace.</summary>
    public bool IsOfPods { get; init; }

    private static readonly Regex Selection = new("seed|contact|bootstrap|join", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a name is that of something which only some of the replicas are for.</summary>
    public static bool NamesSelection(string name) => Selection.IsMatch(name);
}
