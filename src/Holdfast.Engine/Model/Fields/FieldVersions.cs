using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Fields;

/// <summary>The fields that not all versions of Kubernetes have: the rows of <c>FieldVersions.txt</c>, which says how they are written.</summary>
internal static class FieldVersions
{
    private const string Resource = "Holdfast.FieldVersions.txt";

    /// <summary>By type and field, <c>StatefulSetSpec.ordinals</c>.</summary>
    private static readonly Lazy<Dictionary<string, FieldVersion>> Rows = new(Read);

    /// <summary>Since when a field exists; null where all versions have it.</summary>
    public static FieldVersion? Of(string type, string field) => Rows.Value.TryGetValue(type + "." + field, out FieldVersion? version) ? version : null;

    /// <summary>All of them, for tests.</summary>
    public static IEnumerable<((string Type, string Field) Key, FieldVersion Value)> All =>
        Rows.Value.Select(static row => ((row.Key.Split('.')[0], row.Key.Split('.')[1]), row.Value));

    private static Dictionary<string, FieldVersion> Read()
    {
        using var reader = new StreamReader(typeof(FieldVersions).Assembly.GetManifestResourceStream(Resource)!);
        var rows = new Dictionary<string, FieldVersion>(StringComparer.Ordinal);
        foreach (string line in reader.ReadToEnd().Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            string[] words = line.Split(' ');
            var version = new FieldVersion(
                words[1] == "-" ? KubernetesFacts.Known : KubernetesVersions.Of(words[1] + ".."),
                words.Length > 2 ? KubernetesFacts.Named(words[2]) : null);
            foreach (string field in words[0].Split(','))
            {
                rows.Add(field, version);
            }
        }

        return rows;
    }
}
