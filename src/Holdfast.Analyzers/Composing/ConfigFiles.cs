using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;

namespace Holdfast.Analyzers.Composing;

/// <summary>The files that constants become: one ConfigMap for all, one mount for each.</summary>
internal static class ConfigFiles
{
    private const string VolumeName = "config-files";

    /// <summary>Enough of a hash to tell two texts apart, short enough to read.</summary>
    private const int HashBytes = 8;

    /// <summary>The ConfigMap; null where there are no files.</summary>
    public static MappingNode? ConfigMap(AppDeclaration app) => HasFiles(app)
        ? new MappingBuilder()
            .Add("apiVersion", "v1")
            .Add("kind", "ConfigMap")
            .Add("metadata", ObjectMetadata.Of(app, Name(app), ManifestTarget.Workload))
            .Add("data", Data(app))
            .Build(app.Name.Origin)
        : null;

    public static IEnumerable<ManifestNode> Volume(AppDeclaration app)
    {
        if (HasFiles(app))
        {
            yield return new MappingBuilder()
                .Add("name", VolumeName)
                .Add("configMap", new MappingBuilder().Add("name", Name(app)).Build())
                .Build();
        }
    }

    /// <summary>Each file by itself, so that what else is in its folder stays visible.</summary>
    public static IEnumerable<ManifestNode> Mounts(AppDeclaration app, ContainerDeclaration container)
    {
        ImmutableDictionary<ConfigFileDeclaration, string> keys = Keys(app);
        return container.ConfigFiles
            .Where(keys.ContainsKey)
            .Select(file => new MappingBuilder()
                .Add("name", VolumeName)
                .Add("mountPath", file.Path)
                .Add("subPath", ScalarNode.String(keys[file], file.Path.Origin))
                .Build(file.Path.Origin));
    }

    /// <summary>A hash of all texts; null where there are no files.</summary>
    public static string? Hash(AppDeclaration app)
    {
        if (!HasFiles(app))
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (MappingEntry entry in Data(app).Entries)
        {
            // Lengths keep two files apart that read the same one after the other.
            string value = (entry.Value as ScalarNode)?.Text ?? string.Empty;
            text.Append(entry.Key).Append('\n').Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append('\n').Append(value);
        }

        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Concat(hash.Take(HashBytes).Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static bool HasFiles(AppDeclaration app) => app.Containers.Any(static container => container.ConfigFiles.Count > 0);

    private static Declared<string> Name(AppDeclaration app) =>
        Declared<string>.Known(Members.Name(app) + "-config", app.Name.Origin);

    private static MappingNode Data(AppDeclaration app)
    {
        MappingBuilder data = new();
        foreach (KeyValuePair<ConfigFileDeclaration, string> file in Keys(app).OrderBy(static file => file.Value, StringComparer.Ordinal))
        {
            data = data.Add(file.Value, Nodes.Of(file.Key.Text), file.Key.Path.Origin);
        }

        return data.Build();
    }

    /// <summary>The keys: names of files, with the constant's name before those that several files share.</summary>
    private static ImmutableDictionary<ConfigFileDeclaration, string> Keys(AppDeclaration app)
    {
        ImmutableDictionary<ConfigFileDeclaration, string>.Builder keys = ImmutableDictionary.CreateBuilder<ConfigFileDeclaration, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (ConfigFileDeclaration file in app.Containers.SelectMany(static container => container.ConfigFiles))
        {
            if (file.Path.TryGet(out string? path) && !keys.ContainsKey(file))
            {
                string name = path.Substring(path.LastIndexOf('/') + 1);
                string key = taken.Add(name) ? name : MemberNames.ToKebabCase(file.Member) + "-" + name;
                taken.Add(key);
                keys.Add(file, key);
            }
        }

        return keys.ToImmutable();
    }
}
