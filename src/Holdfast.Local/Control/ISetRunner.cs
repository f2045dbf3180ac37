namespace Holdfast.Local.Control;

/// <summary>Does to pods and claims what the controller decides. Nothing here waits; what happens is told to the controller afterwards.</summary>
internal interface ISetRunner
{
    /// <summary>Starts a pod, on claims that are there or are made first.</summary>
    void Start(Pod pod, int template, IReadOnlyList<(string Claim, bool IsNew)> claims);

    /// <summary>Begins to end a pod.</summary>
    void Stop(Pod pod);

    /// <summary>Makes claims for a pod that is not started with them.</summary>
    void CreateClaims(IReadOnlyList<string> claims);

    /// <summary>Deletes the claims of a pod that is gone.</summary>
    void DeleteClaims(int ordinal, IReadOnlyList<string> claims);
}
