using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The files that constants and files of the project become: entries of one ConfigMap, and one mount for each.</summary>
internal static class ConfigFiles
{
    private const string VolumeName = "config-files";

    /// <summary>The volume that the files are in; null where there are none.</summary>
    public static MappingNode? Volume(AppDeclaration app) => app.Containers.Any(static container => container.ConfigFiles.Count > 0)
        ? new MappingBuilder()
            .Add("name", VolumeName)
            .Add("configMap", new MappingBuilder().Add("name", ConfigMaps.OwnName(app)).Add("items", Items(app)).Build())
            .Build()
        : null;

    /// <summary>Each file by itself, so that what else is in its folder stays visible.</summary>
    public static IEnumerable<ManifestNode> Mounts(AppDeclaration app, ContainerDeclaration container) => container.ConfigFiles.Count == 0 ? [] :
        from file in container.ConfigFiles
        from entry in Keys(app)
        where entry.File.Equals(file)
        select new MappingBuilder()
            .Add("name", VolumeName)
            .Add("mountPath", file.Path)
            .Add("subPath", file.PerReplica.Count > 0 ? null : ScalarNode.String(entry.Key, file.Path.Location))
            .Add("subPathExpr", file.PerReplica.Count > 0 ? ScalarNode.String(KeyOf($"$({PodEnvironmentVariables.PodName})", entry.Key), file.Path.Location) : null)
            .Build(file.Path.Location);

    /// <summary>All files, where one of them has its own permissions; else the volume has them as they are.</summary>
    private static ManifestNode? Items(AppDeclaration app) => app.Containers.Any(static container => container.ConfigFiles.Any(static file => file.Mode.State != DeclaredState.Absent))
        ? new SequenceNode(
            from entry in Keys(app)
            from key in Entries(app, entry.Key, entry.File)
            select new MappingBuilder()
                .Add("key", key.Name)
                .Add("path", key.Name)
                .Add("mode", entry.File.Mode)
                .Build(entry.File.Path.Location))
        : null;

    /// <summary>The entries of a file: one, or one for each replica.</summary>
    public static IEnumerable<(string Name, Declared<string> Text)> Entries(AppDeclaration app, string key, ConfigFileDeclaration file)
    {
        if (file.PerReplica.Count == 0)
        {
            return [(key, file.Text)];
        }

        int start = DeclaredReplicas.Start(app);
        return file.PerReplica.Select((text, index) => (KeyOf(DeclaredReplicas.Pod(app, start + index), key), Declared<string>.Known(text, file.Text.Location)));
    }

    /// <summary>The key of a file that a replica has its own of.</summary>
    private static string KeyOf(string pod, string key) => pod + "." + key;

    /// <summary>
    /// The files and their keys: names of files, with the constant's name or the folder's before those that several share.
    /// What a key may not have becomes a dash; what two containers declare alike is there once.
    /// </summary>
    public static IReadOnlyList<(string Key, ConfigFileDeclaration File)> Keys(AppDeclaration app)
    {
        var keys = new List<(string Key, ConfigFileDeclaration File)>();
        var files = new HashSet<ConfigFileDeclaration>();
        // An entry has the key that the user gave it.
        var taken = new HashSet<string>(ConfigMaps.OwnEntries(app).Select(static entry => entry.Key.OrDefault(string.Empty)), StringComparer.Ordinal);
        foreach (ConfigFileDeclaration file in app.Containers.SelectMany(static container => container.ConfigFiles))
        {
            if (file.Path.TryGet(out string? path) && files.Add(file))
            {
                string name = ConfigKey.Suggest(path.Substring(path.LastIndexOf('/') + 1)) ?? "file";
                string key = taken.Contains(name) ? Prefix(file) + "-" + name : name;
                for (int i = 2; !taken.Add(key); i++)
                {
                    key = Prefix(file) + i + "-" + name;
                }

                keys.Add((key, file));
            }
        }

        return keys;
    }

    private static string Prefix(ConfigFileDeclaration file)
    {
        if (!file.File.TryGet(out string? source))
        {
            return MemberNames.ToKebabCase(file.Member);
        }

        string path = ConfigPath.Normalize(source);
        return ConfigKey.Suggest(path.Substring(0, Math.Max(0, path.LastIndexOf('/')))) ?? "file";
    }
}
