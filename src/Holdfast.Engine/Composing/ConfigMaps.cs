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
            .Add("immutable", IsImmutable(app, map.Name) ? ScalarNode.Boolean(true) : null)
            .Add("data", map.Data.Entries.Count == 0 && map.BinaryData.Entries.Count > 0 ? null : new MappingBuilder().AddAll(map.Data).Build())
            .Add("binaryData", map.BinaryData.Entries.Count == 0 ? null : map.BinaryData)
            .Build(map.Name.Location));

    /// <summary>The name of the application's own.</summary>
    public static Declared<string> OwnName(AppDeclaration app)
    {
        string name = DeclaredReplicas.Name(app) + "-config";
        return Declared<string>.Known(app.ImmutableConfigMaps.FirstOrDefault(map => map.DeclaredName == name)?.Name ?? name, app.Name.Location);
    }

    /// <summary>The name that declarations have for one, which code is called after.</summary>
    public static string DeclaredName(AppDeclaration app, string name) => app.ImmutableConfigMaps.FirstOrDefault(map => map.Name == name)?.DeclaredName ?? name;

    private static bool IsImmutable(AppDeclaration app, Declared<string> name) => app.ImmutableConfigMaps.Any(map => map.Name == name.OrDefault(string.Empty));

    /// <summary>Whether a name is that of the application's own.</summary>
    public static bool IsOwn(AppDeclaration app, string name) => OwnName(app).OrDefault(string.Empty) == name;

    /// <summary>The entries that are in the application's own, beside its files.</summary>
    public static IEnumerable<ConfigMapEntryDeclaration> OwnEntries(AppDeclaration app) => app.Containers
        .SelectMany(static container => container.ConfigMapEntries)
        .Where(entry => entry.ConfigMap.Or(OwnName(app).OrDefault(string.Empty), null).Equals(OwnName(app)));

    /// <summary>
    /// A hash of all names, keys and texts; null where there are none. Of files that each replica has its own of, one stands for
    /// all: a further replica must not restart the others.
    /// </summary>
    public static string? Hash(AppDeclaration app) => HasNone(app) ? null : Hash(Data(app, ofFirstReplica: true));

    /// <summary>A declaration in which each ConfigMap that never changes has a hash of its content in its name, wherever it is named.</summary>
    public static AppDeclaration WithImmutable(AppDeclaration app)
    {
        return HasNone(app) || !app.Containers.Any(HasImmutable) ? app : ReplaceImmutable(app);

        static bool HasImmutable(ContainerDeclaration container) =>
            container.ConfigFiles.Any(static file => file.Immutable.OrDefault(false)) || container.ConfigMapEntries.Any(static entry => entry.Immutable.OrDefault(false));
    }

    private static AppDeclaration ReplaceImmutable(AppDeclaration app)
    {
        var immutable = new HashSet<string>(StringComparer.Ordinal);
        foreach (ContainerDeclaration container in app.Containers)
        {
            if (container.ConfigFiles.Any(static file => file.Immutable.OrDefault(false)))
            {
                immutable.Add(OwnName(app).OrDefault(string.Empty));
            }

            immutable.UnionWith(container.ConfigMapEntries
                .Where(static entry => entry.Immutable.OrDefault(false))
                .Select(entry => entry.ConfigMap.OrDefault(OwnName(app).OrDefault(string.Empty))));
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ConfigMapContent map in Data(app, ofFirstReplica: false))
        {
            // A text that is not known yet makes no name.
            string name = map.Name.OrDefault(string.Empty);
            if (immutable.Contains(name) && map.Data.Entries.All(static entry => entry.Value is ScalarNode) && Hash([map]) is { } hash)
            {
                names[name] = name + "-" + hash;
            }
        }

        return ConfigMapNames.Replace(app, names) with
        {
            ImmutableConfigMaps = names.OrderBy(static name => name.Key, StringComparer.Ordinal).Select(static name => new ImmutableConfigMap(name.Value, name.Key)).ToEquatableArray(),
        };
    }

    private static string? Hash(IEnumerable<ConfigMapContent> maps)
    {
        var text = new StringBuilder();
        foreach (ConfigMapContent map in maps)
        {
            Append(map.Name.OrDefault(string.Empty));
            foreach (MappingEntry entry in map.Data.Entries.Concat(map.BinaryData.Entries))
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
        foreach (ContainerDeclaration container in app.MoreContainers)
        {
            if (HasSome(container))
            {
                return false;
            }
        }

        return !HasSome(app.Container);

        static bool HasSome(ContainerDeclaration container) => container.ConfigFiles.Count > 0 || container.ConfigMapEntries.Count > 0;
    }

    private static IEnumerable<ConfigMapContent> Data(AppDeclaration app, bool ofFirstReplica = false) => HasNone(app) ? [] : Content(app, ofFirstReplica);

    private static IEnumerable<ConfigMapContent> Content(AppDeclaration app, bool ofFirstReplica)
    {
        Declared<string> own = OwnName(app);
        var maps = new SortedDictionary<string, (Declared<string> Name, List<MappingEntry> Texts, List<MappingEntry> Bytes)>(StringComparer.Ordinal);
        foreach ((string key, ConfigFileDeclaration file) in ConfigFiles.Keys(app))
        {
            foreach ((string name, Declared<string> text) in ofFirstReplica ? [(key, file.Text)] : ConfigFiles.Entries(app, key, file))
            {
                Add(own, name, text, file.IsBinary, file.Path.Location);
            }
        }

        foreach (ConfigMapEntryDeclaration entry in app.Containers.SelectMany(static container => container.ConfigMapEntries))
        {
            if (entry.Key.TryGet(out string? key))
            {
                Add(entry.ConfigMap.State == DeclaredState.Absent ? own : entry.ConfigMap, key, entry.Text, entry.IsBinary, entry.Key.Location);
            }
        }

        return maps.Values.Select(static map => new ConfigMapContent(map.Name, Sorted(map.Texts), Sorted(map.Bytes)));

        static MappingNode Sorted(List<MappingEntry> entries) => new(entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal));

        void Add(Declared<string> map, string key, Declared<string> text, bool isBinary, Microsoft.CodeAnalysis.Location? location)
        {
            // A ConfigMap without a name cannot be identified.
            if (map.TryGet(out string? name))
            {
                if (!maps.TryGetValue(name, out (Declared<string> Name, List<MappingEntry> Texts, List<MappingEntry> Bytes) found))
                {
                    maps[name] = found = (map, [], []);
                }

                (isBinary ? found.Bytes : found.Texts).Add(new MappingEntry(key, Nodes.Of(text) ?? new UnknownNode(location), location));
            }
        }
    }
}
