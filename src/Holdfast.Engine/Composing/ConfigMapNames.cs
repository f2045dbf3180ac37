using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>Gives ConfigMaps other names, in all that a declaration says about them.</summary>
internal static class ConfigMapNames
{
    /// <param name="app">The declaration.</param>
    /// <param name="names">The new names by the declared ones.</param>
    public static AppDeclaration Replace(AppDeclaration app, IReadOnlyDictionary<string, string> names)
    {
        return app with
        {
            Container = InContainer(app.Container),
            MoreContainers = app.MoreContainers.Select(InContainer).ToEquatableArray(),
        };

        ContainerDeclaration InContainer(ContainerDeclaration container) => (container with
        {
            ConfigMapEntries = container.ConfigMapEntries.Select(entry => entry with { ConfigMap = New(entry.ConfigMap) }).ToEquatableArray(),
            Env = container.Env.Select(variable => variable with { ConfigMap = New(variable.ConfigMap) }).ToEquatableArray(),
            EnvFrom = container.EnvFrom.Select(source => source with { ConfigMap = New(source.ConfigMap) }).ToEquatableArray(),
        }).WithMembers(InMember);

        MemberDeclaration InMember(MemberDeclaration member) => member switch
        {
            VolumeDeclaration { Kind: VolumeKind.ConfigMap } volume => volume with { Source = New(volume.Source) },
            VolumeDeclaration { Kind: VolumeKind.Projected } volume => volume with
            {
                Sources = volume.Sources.Select(source => source.Attribute == AttributeNames.ProjectedConfigMap ? source with { Source = New(source.Source) } : source).ToEquatableArray(),
            },
            _ => member,
        };

        Declared<string> New(Declared<string> name) => name.TryGet(out string? declared) && names.TryGetValue(declared, out string? replaced)
            ? Declared<string>.Known(replaced, name.Location)
            : name;
    }
}
