using Holdfast.WellKnown;

namespace Holdfast.Engine.Declarations.Facts;

/// <summary>The replicas of a declared set, by name.</summary>
internal static class DeclaredReplicas
{
    /// <summary>More replicas than this are not written out one by one: a half-typed number must not fill the memory.</summary>
    public const int MostListed = 10_000;

    public static string Name(AppDeclaration app) => app.Name.OrDefault(string.Empty);

    public static int Start(AppDeclaration app) => Math.Max(0, app.OrdinalStart.OrDefault(0));

    /// <summary>How many there are.</summary>
    public static int Count(AppDeclaration app) => Math.Min(Math.Max(0, Declared(app)), int.MaxValue - Start(app));

    /// <summary>How many are written out one by one.</summary>
    public static int Listed(AppDeclaration app) => Math.Min(MostListed, Count(app));

    public static string Pod(AppDeclaration app, int ordinal) => KubernetesNames.Pod(Name(app), ordinal);

    /// <summary>The DNS name of a replica; its bare name where the set has no governing Service.</summary>
    public static string Host(AppDeclaration app, int ordinal)
    {
        string service = GoverningService.KnownName(app);
        return service.Length == 0
            ? Pod(app, ordinal)
            : KubernetesNames.PodHost(Pod(app, ordinal), service, GoverningService.Namespace(app), GoverningService.ClusterDomain(app));
    }

    /// <summary>The number that is declared; else the one that an autoscaler never goes below.</summary>
    private static int Declared(AppDeclaration app) =>
        app.Replicas.OrDefault(app.Autoscaler?.MinReplicas.OrDefault(1) ?? 1);
}
