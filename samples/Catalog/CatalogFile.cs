using System.Text.Json;

namespace Holdfast.Samples.Catalog;

/// <summary>The file: <c>{ "Tea": 3.5 }</c> in the first version, a list with a version number in the second.</summary>
internal sealed class CatalogFile(string folder)
{
    private const int Version = 2;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path = Path.Combine(folder, "catalog.json");

    public IReadOnlyList<Item> Read() => JsonSerializer.Deserialize<Content>(File.ReadAllText(_path), Options) is { Version: Version, Items: { } items }
        ? items
        : throw new InvalidDataException($"{_path} is not of version {Version}. Run the migration.");

    /// <summary>Safe to run again, and to be stopped at any moment: the file is replaced as a whole.</summary>
    public void Migrate()
    {
        if (IsCurrent())
        {
            return;
        }

        Dictionary<string, decimal> before = File.Exists(_path) ? JsonSerializer.Deserialize<Dictionary<string, decimal>>(File.ReadAllText(_path), Options)! : [];
        Item[] items = [.. before.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => new Item(item.Key, item.Value))];
        string next = _path + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(new Content(Version, items), Options));
        File.Move(next, _path, overwrite: true);
    }

    /// <summary>A copy with the day in its name; that of a second run on one day takes the place of the first.</summary>
    public void CopyTo(string folder, DateOnly day) => File.Copy(_path, Path.Combine(folder, $"catalog-{day:yyyy-MM-dd}.json"), overwrite: true);

    private bool IsCurrent()
    {
        if (!File.Exists(_path))
        {
            return false;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(_path));
        return document.RootElement.TryGetProperty("version", out _) && document.RootElement.TryGetProperty("items", out _);
    }

    private sealed record Content(int Version, Item[] Items);
}
