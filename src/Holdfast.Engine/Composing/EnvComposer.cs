using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>A container's environment.</summary>
internal static class EnvComposer
{
    /// <summary>Who the pod is, and a few of the user's.</summary>
    private const int UsualCount = 8;

    // What every pod has is made once.
    private static readonly MappingNode PodName = Field(PodEnvironmentVariables.PodName, "metadata.name");
    private static readonly MappingNode PodNamespace = Field(PodEnvironmentVariables.PodNamespace, "metadata.namespace");
    private static readonly MappingNode PodOrdinal = Field(PodEnvironmentVariables.PodOrdinal, $"metadata.labels['{KubernetesLabels.PodIndex}']");

    /// <summary>
    /// Who the pod is comes first, so that every later value can name it as <c>$(POD_NAME)</c>; then the peers; then the
    /// user's own, which take the place of what has the same name; then addresses of others, which may name a password.
    /// </summary>
    public static List<ManifestNode> Variables(AppDeclaration app, ContainerDeclaration container)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (EnvDeclaration variable in container.Env)
        {
            own.Add(variable.Name.OrDefault(string.Empty));
        }

        var variables = new List<ManifestNode>(UsualCount);
        AddField(PodEnvironmentVariables.PodName, PodName);
        AddField(PodEnvironmentVariables.PodNamespace, PodNamespace);
        if (app.Kind == WorkloadKind.StatefulSet)
        {
            AddField(PodEnvironmentVariables.PodOrdinal, PodOrdinal);
        }

        if (!own.Contains(PodEnvironmentVariables.After) && AfterComposer.Variable(app, container) is { } jobs)
        {
            variables.Add(new MappingBuilder().Add("name", PodEnvironmentVariables.After).Add("value", jobs).Build(jobs.Location));
        }

        if (HttpPorts.Compose(container) is { } ports)
        {
            variables.Add(ports);
        }

        foreach (PeerListDeclaration list in container.PeerLists)
        {
            if (list.Env.State != DeclaredState.Absent && !own.Contains(list.Env.OrDefault(string.Empty)))
            {
                variables.Add(new MappingBuilder()
                    .Add("name", list.Env)
                    .Add("value", list.Each.State == DeclaredState.Known && list.Separator.State == DeclaredState.Known
                        ? ScalarNode.String(PeerListText.Expand(app, list), list.Each.Location)
                        : new UnknownNode(list.Each.Location))
                    .Build(list.Member.Location));
            }
        }

        foreach (EnvDeclaration variable in container.Env)
        {
            variables.Add(Variable(app, variable));
        }

        foreach (AddressDeclaration address in container.Addresses)
        {
            if (address.Env.State != DeclaredState.Absent && !own.Contains(address.Env.OrDefault(string.Empty)))
            {
                variables.Add(new MappingBuilder()
                    .Add("name", address.Env)
                    .Add("value", AddressText.IsKnown(app, address)
                        ? ScalarNode.String(AddressText.Expand(app, address), address.Text.Location)
                        : new UnknownNode(address.Text.Location))
                    .Build(address.Member.Location));
            }
        }

        return variables;

        void AddField(string name, MappingNode variable)
        {
            if (!own.Contains(name))
            {
                variables.Add(variable);
            }
        }
    }

    /// <summary>Whole ConfigMaps and Secrets.</summary>
    public static ManifestNode Source(EnvFromDeclaration source) => new MappingBuilder()
        .Add("prefix", source.Prefix)
        .Add("configMapRef", NameAndOptional(source.ConfigMap, source.Optional))
        .Add("secretRef", NameAndOptional(source.Secret, source.Optional))
        .Build((source.ConfigMap.State == DeclaredState.Absent ? source.Secret : source.ConfigMap).Location);

    private static ManifestNode Variable(AppDeclaration app, EnvDeclaration variable) => FieldValues.Put(Declared(app, variable), FieldPlace.Env, variable.Fields);

    private static MappingNode Declared(AppDeclaration app, EnvDeclaration variable) => new MappingBuilder()
        .Add("name", variable.Name)
        .Add("value", variable.Value)
        .Add("valueFrom", new MappingBuilder()
            .Add("fieldRef", variable.FieldPath.State == DeclaredState.Absent ? null : new MappingBuilder().Add("fieldPath", variable.FieldPath).Build())
            .Add("resourceFieldRef", variable.Resource.State == DeclaredState.Absent
                ? null
                : new MappingBuilder().Add("resource", variable.Resource).Add("divisor", variable.Divisor).Build())
            .Add("fileKeyRef", File(app, variable))
            .Add("configMapKeyRef", Key(variable.ConfigMap, variable))
            .Add("secretKeyRef", Key(variable.Secret, variable))
            .BuildOrNull())
        .Build(variable.Name.Location);

    private static MappingNode? File(AppDeclaration app, EnvDeclaration variable) => variable.FileVolume.State == DeclaredState.Absent
        ? null
        : new MappingBuilder()
            .Add("volumeName", variable.FileVolume.TryGet(out string? member) && Volumes.Find(app, member) is { } volume
                ? Nodes.Of(volume)
                : new UnknownNode(variable.FileVolume.Location))
            .Add("path", variable.FilePath)
            .Add("key", variable.Key.State == DeclaredState.Absent ? variable.Name : variable.Key)
            .Add("optional", Nodes.Flag(variable.Optional))
            .Build(variable.FileVolume.Location);

    private static MappingNode? Key(Declared<string> name, EnvDeclaration variable) => name.State == DeclaredState.Absent
        ? null
        : new MappingBuilder()
            .Add("name", name)
            .Add("key", variable.Key)
            .Add("optional", Nodes.Flag(variable.Optional))
            .Build(name.Location);

    private static MappingNode? NameAndOptional(Declared<string> name, Declared<bool> optional) => name.State == DeclaredState.Absent
        ? null
        : new MappingBuilder().Add("name", name).Add("optional", Nodes.Flag(optional)).Build(name.Location);

    private static MappingNode Field(string name, string path) => new MappingBuilder()
        .Add("name", name)
        .Add("valueFrom", new MappingBuilder().Add("fieldRef", new MappingBuilder().Add("fieldPath", path).Build()).Build())
        .Build();
}
