namespace Holdfast.Engine.Declarations.Facts;

/// <summary>The volumes of a pod, by the members that declare them.</summary>
internal static class Volumes
{
    /// <summary>The name of the volume that a member declares; null where it declares none.</summary>
    public static Declared<string>? Find(AppDeclaration app, string member)
    {
        foreach (VolumeClaimDeclaration claim in app.VolumeClaims)
        {
            if (claim.Member.Name == member)
            {
                return claim.Name;
            }
        }

        foreach (ExistingClaimDeclaration claim in app.ExistingClaims)
        {
            if (claim.Member.Name == member)
            {
                return claim.Name;
            }
        }

        return app.Volumes.FirstOrDefault(volume => volume.Member.Name == member)?.Name;
    }

    /// <summary>The members that declare volumes.</summary>
    public static IEnumerable<string> Members(AppDeclaration app) => app.VolumeClaims
        .Select(static claim => claim.Member.Name)
        .Concat(app.ExistingClaims.Select(static claim => claim.Member.Name))
        .Concat(app.Volumes.Select(static volume => volume.Member.Name));
}
