using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Views;

/// <summary>What is asked of a claim, wherever it is asked: the API server holds all of them to the same.</summary>
/// <param name="Owner">The object that the API server takes or refuses.</param>
/// <param name="Name">The name of the claim, of its template, or of the volume that makes it.</param>
/// <param name="Spec">What is asked.</param>
/// <param name="Place"><see cref="Location"/>, which is seldom shown.</param>
/// <param name="IsTemplate">Whether it is a StatefulSet's template of claims.</param>
internal sealed record ClaimSpec(ObjectView Owner, string Name, ManifestNode? Spec, NodeLocation Place, bool IsTemplate)
{
    /// <summary>Where the claim begins.</summary>
    public Location? Location => Place.Location;

    /// <summary>Those of templates, of volumes that live as long as their pod, and of claims that are objects.</summary>
    public static IEnumerable<ClaimSpec> In(ManifestSet manifests) => manifests.PodOwners.SelectMany(In)
        .Concat(manifests.DeclaredClaims.Select(static claim => new ClaimSpec(claim, claim.DisplayName, claim.Node["spec"], claim.Name?.Place ?? default, IsTemplate: false)));

    private static List<ClaimSpec> In(PodOwnerView owner)
    {
        var found = new List<ClaimSpec>();
        foreach (MappingNode template in owner.ClaimTemplates)
        {
            ManifestNode? name = template.At("metadata", "name");
            found.Add(new ClaimSpec(owner, Text(name), template["spec"], PlaceOf(name, template), IsTemplate: true));
        }

        foreach (MappingNode volume in owner.Volumes)
        {
            if (volume.At("ephemeral", "volumeClaimTemplate") is MappingNode template)
            {
                found.Add(new ClaimSpec(owner, Text(volume["name"]), template["spec"], PlaceOf(volume["name"], template), IsTemplate: false));
            }
        }

        return found;
    }

    private static NodeLocation PlaceOf(ManifestNode? name, MappingNode template) => name is { Place: { IsKnown: true } place } ? place : template.Place;

    private static string Text(ManifestNode? name) => name.TryGetString(out string? text) ? text : "?";
}
