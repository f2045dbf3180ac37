using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>The ConfigMaps that are made with an application: its own, of files and entries, and those that entries name.</summary>
internal static class ConfigMaps
{
    /// <summary>Enough of a hash to tell two texts apart, short enough to read.</summary>
    private const int HashBytes = 8;

    /// <summary>In the order of their names.</summary>
    public static IEnumerable<MappingNode> Compose(AppDeclaration app) => Data(app)
        .Select(map => new MappingBuilder()
            .Add("apiVersion", ConfigMapView.ApiVersion)
            .Add("kind", ConfigMapView.Kind)
            .Add("metadata", ObjectMetadata.Of(app, map.Name, ManifestTarget.ConfigMaps))
            .Add("data", new MappingBuilder().AddAll(map.Data).Build())
            .Build(map.Name.Location));

    /// <summary>The name of the application's own.</summary>
    public static Declared<string> OwnName(AppDeclaration app) =>
        Declared<string>.Known(DeclaredReplicas.Name(app) + "-config", app.Name.Location);

    /// <summary>Whether a name is that of the application's own.</summary>
    public static bool IsOwn(AppDeclaration app, string name) => OwnName(app).OrDefault(string.Empty) == name;

    /// <summary>The entries that are in the application's own, beside its files.</summary>
    public static IEnumerable<ConfigMapEntryDeclaration> OwnEntries(AppDeclaration app) => app.Containers
        .SelectMany(static container => container.ConfigMapEntries)
        .Where(entry => entry.ConfigMap.Or(OwnName(app).OrDefault(string.Empty), null).Equals(OwnName(app)));

    /// <summary>A hash of all names, keys and texts; null where there are none.</summary>
    public static string? Hash(AppDeclaration app)
    {
        if (HasNone(app))
        {
            return null;
        }

        var text = new StringBuilder();
        foreach ((Declared<string> name, MappingNode data) in Data(app))
        {
            Append(name.OrDefault(string.Empty));
            foreach (MappingEntry entry in data.Entries)
            {
                Append(entry.Key);
                Append((entry.Value as ScalarNode)?.Text ?? string.Empty);
            }
        }

        if (text.Length == 0)
        {
            return null;
        }

        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Concat(hash.Take(HashBytes).Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));

        // Lengths keep two texts apart that read the same one after the other.
        void Append(string part) => text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append('\n').Append(part);
    }

    /// <summary>Nearly always so, and then there is nothing to sort and to hash.</summary>
    private static bool HasNone(AppDeclaration app)
    {
        foreach (ContainerDeclaration container in app.Containers)
        {
            if (container.ConfigFiles.Count > 0 || container.ConfigMapEntries.Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<(Declared<string> Name, MappingNode Data)> Data(AppDeclaration app)
    {
        if (HasNone(app))
        {
            return [];
        }

        Declared<string> own = OwnName(app);
        var maps = new SortedDictionary<string, (Declared<string> Name, List<MappingEntry> Entries)>(StringComparer.Ordinal);
        foreach ((string key, ConfigFileDeclaration file) in ConfigFiles.Keys(app))
        {
            Add(own, key, file.Text, file.Path.Location);
        }

        foreach (ConfigMapEntryDeclaration entry in app.Containers.SelectMany(static container => container.ConfigMapEntries))
        {
            if (entry.Key.TryGet(out string? key))
            {
                Add(entry.ConfigMap.State == DeclaredState.Absent ? own : entry.ConfigMap, key, entry.Text, entry.Key.Location);
            }
        }

        return maps.Values.Select(static map => (map.Name, new MappingNode(map.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))));

        void Add(Declared<string> map, string key, Declared<string> text, Microsoft.CodeAnalysis.Location? location)
        {
            // A ConfigMap without a name cannot be identified.
            if (map.TryGet(out string? name))
            {
                if (!maps.TryGetValue(name, out (Declared<string>, List<MappingEntry> Entries) found))
                {
                    maps[name] = found = (map, []);
                }

                found.Entries.Add(new MappingEntry(key, Nodes.Of(text) ?? new UnknownNode(location), location));
            }
        }
    }
}
