using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Prerequisites;
using Holdfast.Engine.Reporting;

namespace Holdfast.Analyzers.Generation;

/// <summary>
/// What applications make that others of the project may refer to, by name: a value of the pipeline that most edits leave as it is. It is
/// read from the declaration, since composing each application once more would cost as much as writing it.
/// </summary>
internal static class MadeObjects
{
    public static EquatableArray<MadeObject> Of(AppDeclaration app)
    {
        string? space = app.Namespace.TryGet(out string? known) ? known : null;
        var made = new List<MadeObject>();
        Add(ServiceView.Kind, GoverningService.Made(app) ?? default);
        foreach (MemberDeclaration member in app.Containers.SelectMany(static container => container.Members))
        {
            switch (member)
            {
                case ClientServiceDeclaration service:
                    Add(ServiceView.Kind, service.Name);
                    break;
                case ReplicaServiceDeclaration service:
                    Add(ServiceView.Kind, service.Name, "-*");
                    break;
                case VolumeClaimDeclaration claim:
                    Add(ClaimView.Kind, claim.Name, $"-{app.Name.OrDefault(string.Empty)}-*");
                    break;
            }
        }

        if (app.Pod.ServiceAccount is { } account && account.Create.OrDefault(false))
        {
            Add(ServiceAccountComposer.Kind, account.Name);
        }

        if (app.CreateNamespace.OrDefault(false) && space is not null)
        {
            made.Add(new MadeObject(NamespaceComposer.Kind, space, null));
        }

        made.AddRange(Requirements.Made([.. ConfigMaps.Compose(app), .. FurtherObjects.Compose(app, [], Reporter.None)]));
        return made.ToEquatableArray();

        void Add(string kind, Declared<string> name, string end = "")
        {
            if (name.TryGet(out string? text))
            {
                made.Add(new MadeObject(kind, text + end, space));
            }
        }
    }
}
