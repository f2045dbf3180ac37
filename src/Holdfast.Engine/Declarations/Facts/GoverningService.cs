namespace Holdfast.Engine.Declarations.Facts;

/// <summary>Which Service governs a set, and whether Holdfast makes it. No Service governs another kind of workload.</summary>
internal static class GoverningService
{
    /// <summary>
    /// <c>spec.serviceName</c>: the set's own argument, else the headless Service's name, else the application's. The
    /// empty string is the user's wish for none.
    /// </summary>
    public static Declared<string> NameFor(AppDeclaration app)
    {
        if (app.ServiceName.State != DeclaredState.Absent)
        {
            return app.ServiceName;
        }

        return app.HeadlessService is { Name.State: not DeclaredState.Absent } headless ? headless.Name : app.Name;
    }

    /// <summary>
    /// The headless Service that is made: always, unless the set names its own Service, or none, and no
    /// <c>[HeadlessService]</c> asks for it all the same.
    /// </summary>
    public static Declared<string>? Made(AppDeclaration app)
    {
        if (app.Kind != WorkloadKind.StatefulSet)
        {
            return null;
        }

        if (app.HeadlessService is { } headless)
        {
            if (headless.Name.State != DeclaredState.Absent)
            {
                return headless.Name;
            }

            return app.ServiceName.TryGet(out string? named) && named.Length > 0 ? app.ServiceName : app.Name;
        }

        return app.ServiceName.State == DeclaredState.Absent ? app.Name : null;
    }

    /// <summary>The name as far as it is known; empty where there is none.</summary>
    public static string KnownName(AppDeclaration app) => app.Kind != WorkloadKind.StatefulSet
        ? string.Empty
        : NameFor(app).OrDefault(app.Name.OrDefault(string.Empty));

    /// <summary>The namespace as far as it is declared.</summary>
    public static string? Namespace(AppDeclaration app) => app.Namespace.TryGet(out string? name) ? name : null;

    /// <summary>The zone as far as it is declared.</summary>
    public static string? ClusterDomain(AppDeclaration app) => app.ClusterDomain.TryGet(out string? name) ? name : null;
}
