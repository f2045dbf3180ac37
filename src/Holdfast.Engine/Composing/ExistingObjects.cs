using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>
/// What a declaration says about objects that it does not make: rules look them up as they would look up objects of
/// another file. They are never written.
/// </summary>
internal static class ExistingObjects
{
    public static ImmutableArray<MappingNode> Compose(AppDeclaration app) =>
        [.. app.ExistingClaims.Where(static claim => claim.AccessMode.State != DeclaredState.Absent).Select(Claim)];

    private static MappingNode Claim(ExistingClaimDeclaration claim) => new MappingBuilder()
        .Add("apiVersion", ClaimView.ApiVersion)
        .Add("kind", ClaimView.Kind)
        .Add("metadata", new MappingBuilder().Add("name", claim.ClaimName).Build())
        .Add("spec", new MappingBuilder().Add("accessModes", [Nodes.Of(claim.AccessMode)!]).Build())
        .Build(claim.Member.Location);
}
