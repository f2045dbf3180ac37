using System.Globalization;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Images;

/// <summary>The images that many use: the rows of <c>KnownImages.txt</c>, which says how they are written.</summary>
internal static class KnownImages
{
    private const string Resource = "Holdfast.KnownImages.txt";

    private const string Library = "library/";

    /// <summary>Names of Docker Hub, in front of a repository.</summary>
    private static readonly string[] Hubs = ["docker.io/", "index.docker.io/", "registry-1.docker.io/", "registry.hub.docker.com/"];

    /// <summary>The rows by the names of their images. A row is read when its image is asked for, since a project has few of them.</summary>
    private static readonly Lazy<Dictionary<string, List<Row>>> Rows = new(Read);

    /// <summary>The last parts of all names: nearly every image of a project has another one, and needs no further look.</summary>
    private static readonly Lazy<HashSet<string>> LastParts = new(static () =>
        new(Rows.Value.Keys.Select(static name => name.Substring(name.LastIndexOf('/') + 1)), StringComparer.Ordinal));

    /// <summary>All rows, for tests.</summary>
    public static IEnumerable<KnownImage> All => Rows.Value.Values.SelectMany(static rows => rows).Select(static row => row.Image);

    /// <summary>Whether the text may be the name of an image that is known.</summary>
    public static bool MayKnow(string text)
    {
        int start = text.LastIndexOf('/') + 1;
        int end = text.IndexOfAny([':', '@'], start);
        return LastParts.Value.Contains(text.Substring(start, (end < 0 ? text.Length : end) - start));
    }

    /// <summary>The first row for an image and its tag; null where there is none.</summary>
    public static KnownImage? Find(ImageReference image) => Rows.Value.TryGetValue(NameOf(image.Repository), out List<Row>? rows)
        ? rows.Select(static row => row.Image).FirstOrDefault(row => row.Versions.Has(image.Tag))
        : null;

    /// <summary>The name in the table: without Docker Hub, and without what mirrors put before its official images.</summary>
    private static string NameOf(string repository)
    {
        string? hub = Array.Find(Hubs, hub => repository.StartsWith(hub, StringComparison.Ordinal));
        string name = hub is null ? repository : repository.Substring(hub.Length);
        int library = name.LastIndexOf('/') - Library.Length + 1;
        return library >= 0 && string.CompareOrdinal(name, library, Library, 0, Library.Length) == 0 && (library == 0 || name[library - 1] == '/')
            ? name.Substring(library + Library.Length)
            : name;
    }

    private static Dictionary<string, List<Row>> Read()
    {
        using var reader = new StreamReader(typeof(KnownImages).Assembly.GetManifestResourceStream(Resource)!);
        var rows = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        foreach (string line in reader.ReadToEnd().Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            var row = new Row(line);
            foreach (string name in line.Substring(0, line.IndexOf(' ')).Split(','))
            {
                if (!rows.TryGetValue(name, out List<Row>? known))
                {
                    rows.Add(name, known = []);
                }

                known.Add(row);
            }
        }

        return rows;
    }

    private static KnownImage With(KnownImage image, string word)
    {
        int open = word.IndexOf('(');
        string argument = open < 0 ? string.Empty : word.Substring(open + 1, word.Length - open - 2);
        string[] parts = argument.Split(',');
        return (open < 0 ? word : word.Substring(0, open)) switch
        {
            "volume" => image with { Volumes = image.Volumes.Add(argument) },
            "data" => image with { DataPath = parts[0], DataVariable = parts.Length > 1 ? parts[1] : null },
            "no-old" => image with { OldDataPath = argument },
            "empty" => image with { NeedsEmpty = argument },
            "user" => image with { User = argument },
            "gid" => image with { Group = Number(argument) },
            "dotnet" => image with { IsDotNet = true },
            "start-fails" => image with { NeedsTemporaryFiles = true },
            "http" => image with { HttpPort = Number(argument) },
            "links" => image with { SettingsPrefix = argument },
            _ => throw new InvalidDataException(word),
        };
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Row(string line)
    {
        private KnownImage? _image;

        public KnownImage Image => _image ??= Read();

        private KnownImage Read()
        {
            string[] words = line.Split(' ');
            return words.Skip(2).Take(words.Length - 3).Aggregate(
                new KnownImage(words[0].Split(',')[0], ImageVersions.Parse(words[1]), "https://" + words[words.Length - 1]),
                With);
        }
    }
}
