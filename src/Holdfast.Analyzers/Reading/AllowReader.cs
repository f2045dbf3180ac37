using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads <c>[Allow]</c>, and what it means for the account of the pods.</summary>
internal static class AllowReader
{
    public static AllowDeclaration Read(AttributeArguments arguments, ReadContext context)
    {
        var allow = new AllowDeclaration(
            arguments.String("Verbs"),
            arguments.String("Resources"),
            arguments.Enum("Rights"),
            arguments.String("Group"),
            arguments.Strings("Names"));
        if (allow.Group.State == DeclaredState.Absent && allow.Resources.TryGet(out string? resources))
        {
            foreach (string resource in AllowDeclaration.Words(resources).Where(static resource => ApiResources.GroupsOf(resource) is null))
            {
                context.Report(
                    ReadingProblems.ResourceGroup,
                    allow.Resources.Location,
                    resource,
                    ApiResources.NearResource(resource, groups: null) is { } meant ? $"did you mean '{meant}'?" : "set Group to the API group that it is in");
            }
        }

        return allow;
    }

    /// <summary>
    /// The account that gets the rights: the one that is named, or else one that is made. The pods have its token, since rights without it
    /// are of no use.
    /// </summary>
    public static AppDeclaration WithAccount(AppDeclaration app, ReadContext context)
    {
        if (app.Allows.Count == 0)
        {
            return app;
        }

        ServiceAccountDeclaration account = app.Pod.ServiceAccount ?? new ServiceAccountDeclaration(default, default, default);
        if (account.MountToken.TryGet(out bool mounts) && !mounts && !BringsToken(app))
        {
            context.Report(
                ReadingProblems.Contradiction,
                account.MountToken.Location,
                "[Allow] grants rights to replicas and MountToken keeps the account's token from them",
                "their requests to the API server fail (401)",
                "remove MountToken = false, or declare a volume with [ProjectedToken]");
        }

        // An account that is made says nothing about its token, so pods get it; one that is there already may keep it.
        bool isMade = account.Name.State == DeclaredState.Absent && account.Create.State == DeclaredState.Absent;
        return app with
        {
            Pod = app.Pod with
            {
                ServiceAccount = new ServiceAccountDeclaration(
                    isMade ? app.Name : account.Name,
                    isMade ? Declared<bool>.Known(true, app.Name.Location) : account.Create,
                    isMade || account.Create.OrDefault(false) ? account.MountToken : account.MountToken.Or(true, app.Name.Location)),
            },
        };
    }

    private static bool BringsToken(AppDeclaration app) =>
        app.Volumes.Any(static volume => volume.Sources.Any(static source => source.Attribute == AttributeNames.ProjectedToken));
}
